// Maps of what is closed; on the one beside the form a click picks the centre of an area.
(function (start) {
  if (window.L) {
    document.querySelectorAll('.map.closures').forEach(start);
  }
})(function (element) {
  const data = element.dataset;
  const picks = data.picks === 'true';
  const field = (name) => document.querySelector('#new [name=' + name + ']');
  const map = window.chunfengMap(element, 14);
  map.setView([37.6, 112.3], 6.4);

  const picked = L.circle([0, 0], { radius: 0, className: 'closed-road closed-area typed', interactive: false });
  const positions = {};

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

  function draw(collection) {
    const closed = window.chunfengClosedRoads(map, collection);
    const names = [];
    collection.features.filter((f) => 'name' in f.properties).forEach(function (feature) {
      const [lon, lat] = feature.geometry.coordinates;
      positions[feature.properties.name] = [lon, lat];
      names.push(window.chunfengPlace(lat, lon, 2, feature.properties.name, false).addTo(map));
    });
    const typed = L.featureGroup(closed.getLayers().filter((layer) => layer.typed));
    const shown = typed.getLayers().length ? typed : closed;
    if (shown.getBounds().isValid()) {
      map.fitBounds(shown.getBounds(), { padding: [24, 24], maxZoom: 11, animate: false });
    }
    window.chunfengDeclutter(map, names);
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
