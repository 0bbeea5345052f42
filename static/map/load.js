/* Loads the map's modules beside Leaflet: streamlit-folium's frame knows classic scripts only. */
import(new URL("main.js", /** @type {HTMLScriptElement} */ (document.currentScript).src).href);
