// What the maps of all pages share.

/** A map on a plain background, or on the tiles that the page names. */
window.chunfengMap = function (element, maxZoom) {
  const data = element.dataset;
  const map = L.map(element, { zoomControl: false, attributionControl: false, zoomSnap: 0.1, minZoom: 3, maxZoom: maxZoom });
  L.control.zoom({ zoomInTitle: data.zoomIn, zoomOutTitle: data.zoomOut }).addTo(map);
  L.control.scale({ imperial: false }).addTo(map);
  if (data.tiles) {
    L.tileLayer(data.tiles, { maxZoom: 18 }).addTo(map);
  }
  return map;
};

/** A place: a dot with its name. Names are text, not HTML: they are typed by people. */
window.chunfengPlace = function (lat, lon, radius, name, left) {
  const label = document.createElement('span');
  label.textContent = name;
  return L.circleMarker([lat, lon], { radius: radius, className: 'place', interactive: false })
    .bindTooltip(label, { permanent: true, direction: left ? 'left' : 'right', offset: [left ? -4 : 4, 0], className: 'place-name' });
};

/** Of names that would cover each other only the first of these places is shown, at every zoom. */
window.chunfengDeclutter = function (map, places) {
  function declutter() {
    const taken = [];
    places.forEach(function (place) {
      const label = place.getTooltip().getElement();
      if (!label) {
        return;
      }
      const box = label.getBoundingClientRect();
      const free = taken.every((t) => box.right < t.left || box.left > t.right || box.bottom < t.top || box.top > t.bottom);
      label.classList.toggle('hidden', !free);
      if (free) {
        taken.push(box);
      }
    });
  }
  map.on('zoomend moveend', declutter);
  declutter();
};
