// A small map beside the fields of a point: a click or Enter on the map's middle sets them, typing moves the mark.
(function () {
  const element = document.querySelector('.point-map');
  if (!element || !window.L) {
    return;
  }
  const data = element.dataset;
  const root = element.closest('.point');
  const lon = root.querySelector('.point-lon');
  const lat = root.querySelector('.point-lat');
  const crs = root.querySelector('.point-crs');
  const map = L.map(element, { zoomControl: false, attributionControl: false, minZoom: 3, maxZoom: 16 });
  L.control.zoom({ zoomInTitle: data.zoomIn, zoomOutTitle: data.zoomOut }).addTo(map);
  L.control.scale({ imperial: false }).addTo(map);
  if (data.tiles) {
    L.tileLayer(data.tiles, { maxZoom: 18 }).addTo(map);
  }
  map.setView(data.lat ? [Number(data.lat), Number(data.lon)] : [37.6, 112.3], data.lat ? 9 : 6);
  const mark = L.circleMarker([0, 0], { radius: 7, className: 'point-mark', interactive: false });

  function show(to) {
    const at = [parseFloat(lat.value), parseFloat(lon.value)];
    if (Math.abs(at[0]) <= 85 && Math.abs(at[1]) <= 180) {
      mark.setLatLng(at).addTo(map);
      if (to) {
        map.setView(at, Math.max(map.getZoom(), 9));
      }
    } else {
      mark.remove();
    }
  }

  function set(at) {
    lon.value = at.lng.toFixed(5);
    lat.value = at.lat.toFixed(5);
    crs.value = 'WGS84';
    show(false);
  }

  map.on('click', (event) => set(event.latlng));
  element.addEventListener('keydown', function (event) {
    if (event.key === 'Enter' && event.target === element) {
      event.preventDefault();
      set(map.getCenter());
    }
  });
  [lon, lat].forEach((field) => field.addEventListener('change', () => show(true)));
  document.addEventListener('click', function (event) {
    const button = event.target.closest('.show-point');
    if (button) {
      map.setView([Number(button.dataset.lat), Number(button.dataset.lon)], 10);
      element.scrollIntoView({ block: 'nearest' });
    }
  });
  // in a closed <details> the map has no size yet
  const details = element.closest('details');
  if (details) {
    details.addEventListener('toggle', () => map.invalidateSize());
  }
  fetch(data.background).then((response) => response.json()).then(function (lines) {
    L.polyline(lines.map((l) => [[l[1], l[0]], [l[3], l[2]]]), { className: 'trunk', interactive: false }).addTo(map);
    show(true);
  }).catch(() => show(true));
})();
