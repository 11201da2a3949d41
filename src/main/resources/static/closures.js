// Maps of what is closed; on the one beside the form a click picks the centre of an area.
(function (start) {
  if (window.L) {
    document.querySelectorAll('.map.closures').forEach(start);
  }
})(function (element) {
  const data = element.dataset;
  const picks = data.picks === 'true';
  const field = (name) => document.querySelector('#new [name=' + name + ']');
  const map = L.map(element, { zoomControl: false, attributionControl: false, zoomSnap: 0.1, minZoom: 3, maxZoom: 14 });
  L.control.zoom({ zoomInTitle: data.zoomIn, zoomOutTitle: data.zoomOut }).addTo(map);
  L.control.scale({ imperial: false }).addTo(map);
  if (data.tiles) {
    L.tileLayer(data.tiles, { maxZoom: 18 }).addTo(map);
  }
  map.setView([37.6, 112.3], 6.4);

  const picked = L.circle([0, 0], { radius: 0, className: 'closed-road closed-area typed', interactive: false });
  const positions = {};
  const names = [];

  function area() {
    return document.getElementById('kind-area').checked;
  }

  /** The circle that the fields describe, as far as they do. */
  function circle() {
    if (!picks) {
      return;
    }
    const centre = positions[field('centre').value.trim()];
    const lon = centre ? centre[0] : parseFloat(field('lon').value);
    const lat = centre ? centre[1] : parseFloat(field('lat').value);
    const km = parseFloat(field('radiusKm').value);
    if (area() && Math.abs(lon) <= 180 && Math.abs(lat) <= 85 && km > 0 && km <= 200) {
      picked.setLatLng([lat, lon]).setRadius(km * 1000).addTo(map);
    } else {
      picked.remove();
    }
    element.classList.toggle('picking', area());
  }

  function declutter() {
    const taken = [];
    names.forEach(function (dot) {
      const label = dot.getTooltip().getElement();
      if (!label) {
        return;
      }
      label.classList.remove('hidden');
      const box = label.getBoundingClientRect();
      const free = taken.every((t) => box.right < t.left || box.left > t.right || box.bottom < t.top || box.top > t.bottom);
      label.classList.toggle('hidden', !free);
      if (free) {
        taken.push(box);
      }
    });
  }

  function draw(collection) {
    const closed = window.chunfengClosedRoads(map, collection);
    collection.features.filter((f) => 'name' in f.properties).forEach(function (feature) {
      const [lon, lat] = feature.geometry.coordinates;
      positions[feature.properties.name] = [lon, lat];
      const label = document.createElement('span');
      label.textContent = feature.properties.name;
      const dot = L.circleMarker([lat, lon], { radius: 2, className: 'place', interactive: false });
      dot.bindTooltip(label, { permanent: true, direction: 'right', offset: [4, 0], className: 'place-name' });
      names.push(dot.addTo(map));
    });
    const typed = L.featureGroup(closed.getLayers().filter((layer) => layer.typed));
    const shown = typed.getLayers().length ? typed : closed;
    if (shown.getBounds().isValid()) {
      map.fitBounds(shown.getBounds(), { padding: [24, 24], maxZoom: 11, animate: false });
    }
    map.on('zoomend moveend', declutter);
    declutter();
    circle();
    element.dataset.drawn = 'true';
  }

  map.on('click', function (event) {
    if (picks && area()) {
      field('lon').value = event.latlng.lng.toFixed(4);
      field('lat').value = event.latlng.lat.toFixed(4);
      field('centre').value = '';
      circle();
    }
  });
  if (picks) {
    ['centre', 'lon', 'lat', 'radiusKm'].forEach((name) => field(name).addEventListener('input', circle));
  }
  document.querySelectorAll('#new [name=kind]').forEach((radio) => radio.addEventListener('change', circle));

  fetch(data.closures)
    .then((response) => (response.ok ? response.json() : Promise.reject(response.status)))
    .then(draw)
    .catch(function (error) {
      console.error(error);
      element.textContent = data.failed;
    });
});
