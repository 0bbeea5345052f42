/* The buttons of the map's corner: nearer, further, the whole region, a picture. */

import { buttonOf } from "./elements.js";
import { savePicture } from "./picture.js";
import { state } from "./state.js";
import { goWhole } from "./view.js";

/** @type {L.Control.Zoom | null} */
let zoomControl = null;

export const drawControls = () => {
  const { texts } = state.scene;
  zoomControl?.remove();
  /* On the right, for the legend grows as high as the map. */
  zoomControl = L.control.zoom({ position: "topright", zoomInTitle: texts.zoom_in, zoomOutTitle: texts.zoom_out });
  zoomControl.addTo(state.map);
  zoomControl
    .getContainer()
    ?.append(
      buttonOf("pa-home", texts.whole_region, goWhole),
      buttonOf("pa-picture", texts.save_picture, () => savePicture(state.map, state.scene.picture)),
    );
};
