"""The page that people write first: parks and one circle per project in folium, made anew at each rerun."""

import folium
import geopandas as gpd
import pandas as pd
import streamlit as st
from streamlit_folium import st_folium


@st.cache_data
def read(boundaries: str, table: str) -> tuple[gpd.GeoDataFrame, pd.DataFrame]:
    """Return parks and projects."""
    return gpd.read_file(boundaries)[["园区", "geometry"]], pd.read_csv(table)


parks, ledger = read(*st.session_state["files"])
ground = folium.Map(prefer_canvas=True)
folium.GeoJson(parks, tooltip=folium.GeoJsonTooltip(["园区"])).add_to(ground)
for name, lon, lat in zip(ledger["项目"], ledger["经度（度）"], ledger["纬度（度）"], strict=True):
    folium.CircleMarker((lat, lon), popup=name).add_to(ground)
st_folium(ground, key="map", returned_objects=["last_object_clicked"])
