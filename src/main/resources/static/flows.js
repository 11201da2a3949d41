// Flows between regions on a plain background; the matrix below the map says the same in numbers.
(function () {
  const element = document.querySelector('.map.flows');
  if (!element || !window.L) {
    return;
  }
  const data = element.dataset;
  const map = window.chunfengMap(element, 12);
  const BEND = 0.14;
  const STEPS = 24;

  /** Bent to the right of the way, so that both directions are seen beside each other. Longitude before latitude. */
  function bent(from, to) {
    const middle = [(from[0] + to[0]) / 2 + BEND * (to[1] - from[1]), (from[1] + to[1]) / 2 - BEND * (to[0] - from[0])];
    const points = [];
    for (let i = 0; i <= STEPS; i++) {
      const t = i / STEPS;
      points.push([0, 1].map((k) => (1 - t) * (1 - t) * from[k] + 2 * t * (1 - t) * middle[k] + t * t * to[k]));
    }
    return points;
  }

  function arrow(points, kind, width) {
    const [a, b] = [map.project(L.latLng(points[13][1], points[13][0]), 6), map.project(L.latLng(points[15][1], points[15][0]), 6)];
    const degrees = Math.round(Math.atan2(b.y - a.y, b.x - a.x) * 180 / Math.PI);
    const size = Math.round(10 + width);
    const icon = L.divIcon({
      className: 'flow-arrow',
      iconSize: [size, size],
      html: '<svg viewBox="-6 -6 12 12" width="' + size + '" height="' + size + '" class="' + kind + '"><path transform="rotate(' + degrees + ')" d="M-4-5 6 0-4 5z"/></svg>',
    });
    return L.marker([points[14][1], points[14][0]], { icon: icon, interactive: false, keyboard: false });
  }

  function draw(collection) {
    const lines = collection.features.filter((f) => f.geometry.type === 'LineString');
    const points = collection.features.filter((f) => f.geometry.type === 'Point');
    const most = Math.max(1, ...lines.map((f) => f.properties.persons));
    const drawn = L.featureGroup().addTo(map);
    map.setView([37.6, 112.3], 5);
    // the widest first: thin ones stay visible
    lines.forEach(function (feature) {
      const kind = feature.properties.direction === 'TO_WORK' ? 'to-work' : 'homeward';
      const width = 1.2 + 8 * Math.sqrt(feature.properties.persons / most);
      const way = bent(feature.geometry.coordinates[0], feature.geometry.coordinates[1]);
      const line = L.polyline(way.map((p) => [p[1], p[0]]), { className: 'flow ' + kind, weight: width });
      const label = document.createElement('span');
      label.textContent = feature.properties.from + ' → ' + feature.properties.to + ' ' + (kind === 'to-work' ? data.toWork : data.homeward) + ' ' + feature.properties.persons + ' ' + data.persons;
      line.bindTooltip(label, { sticky: true });
      line.addTo(drawn);
      // the table has every line as words and links
      line.getElement().setAttribute('tabindex', '-1');
      arrow(way, kind, width).addTo(map);
    });
    function fit() {
      if (drawn.getBounds().isValid()) {
        map.fitBounds(drawn.getBounds(), { padding: [40, 24], animate: false });
      }
    }
    fit();
    map.on('resize', fit);
    const names = points.sort((a, b) => b.properties.persons - a.properties.persons).map(function (p) {
      const [lon, lat] = p.geometry.coordinates;
      return window.chunfengPlace(lat, lon, 3, p.properties.name, false).addTo(map);
    });
    window.chunfengDeclutter(map, names);
    if (collection.missing > 0) {
      element.parentElement.querySelector('.missing').textContent = data.missing.replace('#', collection.missing);
    }
    element.dataset.drawn = 'true';
  }

  fetch(data.flows)
    .then((response) => (response.ok ? response.json() : Promise.reject(response.status)))
    .then(draw)
    .catch(function (error) {
      console.error(error);
      element.textContent = data.failed;
    });
})();
