// Draws closed roads on a map: lines, and the circles of areas. Labels are text, not HTML: reasons are typed by people.
window.chunfengClosedRoads = function (map, collection) {
  const drawn = L.featureGroup();
  collection.features.filter((f) => 'label' in f.properties).forEach(function (feature) {
    const typed = feature.properties.typed ? ' typed' : '';
    const [lon, lat] = feature.geometry.coordinates;
    const layer = feature.geometry.type === 'Point'
      ? L.circle([lat, lon], { radius: feature.properties.radiusMetres, className: 'closed-road closed-area' + typed })
      : L.geoJSON(feature, { style: () => ({ className: 'closed-road' + typed }) });
    layer.typed = feature.properties.typed;
    const label = document.createElement('span');
    label.textContent = feature.properties.label;
    layer.bindTooltip(label, { sticky: true }).addTo(drawn);
  });
  drawn.addTo(map);
  // the list in words is the keyboard's way to them
  map.getPane('overlayPane').querySelectorAll('path.closed-road').forEach((path) => path.setAttribute('tabindex', '-1'));
  return drawn;
};
