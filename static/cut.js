/* A cut line: from its beginning until the page is redrawn after it, nothing that a person does is lost unseen.
 *
 * Streamlit drops what is clicked while it is not connected, and a server that does not know the visitor any more acts
 * upon nothing before it has drawn the page once. So the page takes no clicks and no keys until then; the field that
 * was being typed in is given back with what stands in it. A browser learns of a line that has gone silent only when it
 * next speaks, and what it said then is lost: so the page asks the server again and again, and at once when the machine
 * has slept. Where a step was under way at the cut, the page says that it may not have been done.
 *
 * Stands in the page itself, before Streamlit's scripts (parkatlas/ui/serving/shell.py); static/cut.css shows what it
 * finds, in data-cut: opening, asking, lost, restoring, unsure, gone.
 */
(() => {
  const HEARTBEAT = new Uint8Array([136, 1, 1]); // Streamlit's message app_heartbeat; the server answers it
  const EVERY_MS = 10000, SILENT_MS = 8000;
  const NEVER_RAN_MS = 4000; // a run that would come has begun by then
  const SETTLING_MS = 300; // what the last run said takes its place; what is chosen before is overwritten
  const root = document.documentElement;
  /** @type {WebSocket | null} */
  let socket = null;
  /** @type {HTMLElement | null} */
  let typing = null;
  /** @type {number | undefined} */
  let silence;
  /** @type {number | undefined} */
  let giveUp;
  let ticked = Date.now();
  let wasConnected = false, hasBegun = false;
  // Whether a person has done something since the page last rested, whether the server owes an answer, to be told.
  let hasActed = false, isOwed = false, isUnsure = false;
  const phase = () => root.dataset.cut;
  const isHeld = () => !["unsure", "gone", undefined].includes(phase());
  root.dataset.cut = "opening";

  window.WebSocket = class extends WebSocket {
    /** @param {ConstructorParameters<typeof WebSocket>} given */
    constructor(...given) {
      super(...given);
      socket = this;
      this.addEventListener("message", () => {
        clearTimeout(silence);
        silence = undefined;
        isOwed = false;
        if (phase() === "asking") end();
      });
    }

    /** @param {Parameters<WebSocket["send"]>[0]} data */
    send(data) {
      super.send(data);
      if (data === HEARTBEAT) return;
      isOwed = true;
      ask();
    }
  };

  const ask = () => {
    const asked = socket;
    if (silence || !asked || asked.readyState !== WebSocket.OPEN) return;
    asked.send(HEARTBEAT);
    silence = setTimeout(() => {
      silence = undefined;
      // Streamlit then lets the socket go and connects anew; the browser itself would wait for the server's farewell.
      asked.dispatchEvent(new CloseEvent("close", { code: 1006 }));
    }, SILENT_MS);
  };

  const askFirst = () => {
    if (isHeld() || socket?.readyState !== WebSocket.OPEN) return;
    root.dataset.cut = "asking";
    ask();
  };

  const end = () => {
    clearTimeout(giveUp);
    if (isUnsure) root.dataset.cut = "unsure";
    else delete root.dataset.cut;
    isUnsure = false;
    if (typing?.isConnected) typing.focus({ preventScroll: true });
  };

  /** @param {boolean} isAtRest */
  const lose = (isAtRest) => {
    clearTimeout(giveUp);
    isUnsure ||= hasActed && (isOwed || !isAtRest);
    hasActed = isOwed = false;
    root.dataset.cut = "lost";
  };

  const restore = () => {
    root.dataset.cut = "restoring";
    hasBegun = false;
    giveUp = setTimeout(end, NEVER_RAN_MS);
  };

  const look = () => {
    /** @type {HTMLElement | null} */
    const app = document.querySelector('[data-testid="stApp"]');
    if (!app) return;
    const isAtRest = app.dataset.testScriptState === "notRunning";
    if (app.dataset.testConnectionState === "DISCONNECTED_FOREVER") root.dataset.cut = "gone";
    else if (app.dataset.testConnectionState !== "CONNECTED") {
      if (wasConnected && phase() !== "lost") lose(isAtRest);
    } else {
      if (phase() === "opening") end();
      if (phase() === "lost") restore();
      wasConnected = true;
      if (phase() === "restoring") {
        hasBegun ||= !isAtRest;
        if (hasBegun) clearTimeout(giveUp);
        if (hasBegun && isAtRest) giveUp = setTimeout(end, SETTLING_MS);
      }
      if (isAtRest && !isOwed) hasActed = false;
    }
  };

  const states = ["data-test-connection-state", "data-test-script-state"];
  new MutationObserver(look).observe(root, { subtree: true, attributes: true, attributeFilter: states });

  setInterval(() => {
    const hasSlept = Date.now() - ticked > 3 * EVERY_MS;
    ticked = Date.now();
    if (hasSlept) askFirst();
    else ask();
  }, EVERY_MS);
  document.addEventListener("visibilitychange", () => document.hidden || askFirst());
  for (const kind of ["online", "offline"]) addEventListener(kind, askFirst);

  addEventListener("focusin", ({ target }) => {
    if (isHeld()) return;
    typing = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement ? target : null;
  });
  // The keys of the browser itself, such as to reload, are not the page's.
  const isOwn = (/** @type {Event} */ event) =>
    !(event instanceof KeyboardEvent) ||
    !(event.ctrlKey || event.metaKey || event.altKey || /^F\d/.test(event.key));
  const presses = ["pointerdown", "mousedown", "pointerup", "mouseup", "click", "dblclick"];
  const acts = [...presses, "keydown", "beforeinput", "dragover", "drop"];
  for (const kind of acts)
    addEventListener(kind, (event) => {
      hasActed ||= !isHeld();
      if (!isHeld()) return;
      event.stopImmediatePropagation();
      if (isOwn(event)) event.preventDefault();
    }, true);
  // A file chosen meanwhile in a window opened before.
  addEventListener("change", (event) => {
    const { target } = event;
    if (!isHeld() || !(target instanceof HTMLInputElement) || target.type !== "file") return;
    event.stopImmediatePropagation();
    target.value = "";
  }, true);
  // Streamlit's own scripts have not come: there is nothing that would connect again.
  addEventListener("error", ({ target }) => {
    if (target instanceof HTMLScriptElement && phase() === "opening") root.dataset.cut = "gone";
  }, true);
})();
