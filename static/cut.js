/* A cut line: from its beginning until the page is redrawn after it, nothing that a person does is lost unseen.
 *
 * Streamlit drops what is clicked while it is not connected, and a server that does not know the visitor any more acts
 * upon nothing before it has drawn the page once. So the page takes no keys and (static/cut.css) no clicks until then;
 * the field that was being typed in is given back with what stands in it.
 */
(() => {
  if (window.parkatlasCut) return;
  window.parkatlasCut = true;
  const NEVER_RAN_MS = 4000; // a run that would come has begun by then
  let wasConnected = false, hasBegun = false, typing = null, giveUp = 0;
  const phase = () => document.body.dataset.cut;

  const end = () => {
    clearTimeout(giveUp);
    delete document.body.dataset.cut;
    if (typing && typing.isConnected) typing.focus({ preventScroll: true });
  };

  const restore = () => {
    document.body.dataset.cut = "restoring";
    hasBegun = false;
    giveUp = setTimeout(() => hasBegun || end(), NEVER_RAN_MS);
  };

  const look = () => {
    const app = document.querySelector('[data-testid="stApp"]');
    if (!app) return;
    const isConnected = app.dataset.testConnectionState === "CONNECTED";
    if (!isConnected && wasConnected && phase() !== "lost") {
      clearTimeout(giveUp);
      document.body.dataset.cut = "lost";
    }
    if (isConnected && phase() === "lost") restore();
    wasConnected ||= isConnected;
    if (phase() !== "restoring") return;
    const isResting = app.dataset.testScriptState === "notRunning";
    hasBegun ||= !isResting;
    if (hasBegun && isResting) end();
  };

  const states = ["data-test-connection-state", "data-test-script-state"];
  new MutationObserver(look).observe(document.body, { subtree: true, attributes: true, attributeFilter: states });
  addEventListener("focusin", ({ target }) => {
    if (!phase()) typing = target.matches("input, textarea") ? target : null;
  });
  for (const kind of ["keydown", "beforeinput"])
    addEventListener(kind, (event) => phase() && (event.preventDefault(), event.stopImmediatePropagation()), true);
  look();
})();
