// Routes of a plan on a plain background; the rows of the trip table and the lines show each other.
(function () {
  const element = document.querySelector('.map');
  if (!element || !window.L) {
    return;
  }
  const data = element.dataset;
  const map = window.chunfengMap(element, 14);

  const routes = {};
  const chosenText = element.parentElement.querySelector('.chosen');
  let chosen = null;

  function shown(properties) {
    return !data.mode || properties.mode === data.mode;
  }

  function kindClass(properties) {
    return properties.empty ? 'empty-run' : properties.kind === 'FEEDER' ? 'FEEDER' : properties.mode;
  }

  function rows(vehicle) {
    return Array.from(document.querySelectorAll('tr[data-vehicle]')).filter((row) => row.dataset.vehicle === vehicle);
  }

  function mark(vehicle, on) {
    (routes[vehicle] || []).forEach(function (layer) {
      const path = layer.getElement();
      if (path) {
        path.classList.toggle('marked', on);
      }
      if (on && !layer.feature.properties.empty) {
        layer.bringToFront();
      }
    });
    rows(vehicle).forEach((row) => row.classList.toggle('marked', on));
  }

  function choose(vehicle, fromMap) {
    if (chosen) {
      mark(chosen, false);
    }
    chosen = vehicle === chosen ? null : vehicle;
    element.classList.toggle('choosing', chosen !== null);
    chosenText.textContent = '';
    if (!chosen) {
      return;
    }
    mark(chosen, true);
    const layers = routes[chosen] || [];
    if (layers.length) {
      chosenText.textContent = layers[layers.length - 1].feature.properties.label;
    }
    if (fromMap) {
      rows(chosen).forEach((row) => row.scrollIntoView({ block: 'nearest' }));
    } else if (layers.length) {
      map.fitBounds(L.featureGroup(layers).getBounds(), { padding: [side, 24], animate: false });
    }
  }

  // lines come simplified to the zoom, one level finer than what is shown; from two levels away they are asked for again
  let drawnFor = 5;
  let waiting = null;

  function address() {
    const routesForZoom = new URL(data.routes, location.href);
    routesForZoom.searchParams.set('zoom', Math.min(18, Math.round(drawnFor) + 1));
    return routesForZoom;
  }

  function refine() {
    clearTimeout(waiting);
    if (Math.abs(map.getZoom() - drawnFor) < 2) {
      return;
    }
    waiting = setTimeout(function () {
      const before = drawnFor;
      const now = map.getZoom();
      drawnFor = now;
      fetch(address())
        .then((response) => (response.ok ? response.json() : Promise.reject(response.status)))
        .then((collection) => drawnFor === now && redraw(collection))
        .catch(function (error) {
          // the lines there are will do
          console.warn(error);
          drawnFor = drawnFor === now ? before : drawnFor;
        });
    }, 250);
  }

  /** The same lines with other points: each keeps its layer, and with it its colour and mark. */
  function redraw(collection) {
    const seen = {};
    lineFeatures(collection).forEach(function (feature) {
      const vehicle = feature.properties.vehicle;
      seen[vehicle] = (seen[vehicle] || 0) + 1;
      routes[vehicle][seen[vehicle] - 1].setLatLngs(L.GeoJSON.coordsToLatLngs(feature.geometry.coordinates, 1));
    });
    element.dataset.zoom = Math.round(drawnFor);
  }

  function lineFeatures(collection) {
    return collection.features.filter((f) => f.geometry.type !== 'Point' && shown(f.properties));
  }

  const side = Math.min(170, element.clientWidth / 3);

  function draw(collection) {
    const points = collection.features.filter((f) => f.geometry.type === 'Point');
    const lines = L.geoJSON(lineFeatures(collection), {
      style: (feature) => ({ className: 'route ' + kindClass(feature.properties) }),
      onEachFeature: function (feature, layer) {
        const vehicle = feature.properties.vehicle;
        (routes[vehicle] = routes[vehicle] || []).push(layer);
        const label = document.createElement('span');
        label.textContent = feature.properties.label + ' · ' + feature.properties.persons + ' ' + data.persons;
        layer.bindTooltip(label, { sticky: true });
        layer.on('click', () => choose(vehicle, true));
      },
    }).addTo(map);
    const bounds = lines.getBounds();
    if (bounds.isValid()) {
      map.fitBounds(bounds, { padding: [side, 24], animate: false });
    } else {
      map.setView([37.9, 112.5], 5);
    }
    // Leaflet's tooltips make every line a stop of the Tab key; the rows of the table are these stops here
    lines.eachLayer((layer) => layer.getElement().setAttribute('tabindex', '-1'));
    points.sort((a, b) => b.properties.persons - a.properties.persons);
    const names = [];
    points.filter((p) => bounds.isValid() && bounds.pad(0.02).contains([p.geometry.coordinates[1], p.geometry.coordinates[0]]))
      .forEach(function (p) {
        const [lon, lat] = p.geometry.coordinates;
        // west of the middle names stand left of their dots, else right of them: outside of the lines
        names.push(window.chunfengPlace(lat, lon, 2.5, p.properties.name, lon < bounds.getCenter().lng).addTo(map));
      });
    window.chunfengDeclutter(map, names);
    map.on('zoomend', refine);
    refine();
    if (data.closures) {
      fetch(data.closures)
        .then((response) => (response.ok ? response.json() : Promise.reject(response.status)))
        .then((closures) => window.chunfengClosedRoads(map, closures))
        .catch((error) => console.error(error));
    }
    element.dataset.drawn = 'true';
  }

  document.querySelectorAll('tr[data-vehicle]').forEach(function (row) {
    row.addEventListener('click', function (event) {
      if (!event.target.closest('a, input, button, label')) {
        choose(row.dataset.vehicle, false);
      }
    });
    // by keyboard: what has the focus shows on the map
    row.addEventListener('focusin', function (event) {
      if (event.target.matches('a') && event.target.matches(':focus-visible') && chosen !== row.dataset.vehicle) {
        choose(row.dataset.vehicle, true);
      }
    });
  });

  /** The map of roads is not ready, or cannot be read: the server says which, and when to ask again. */
  function wait(response) {
    const seconds = Number(response.headers.get('Retry-After'));
    if (seconds) {
      setTimeout(load, 1000 * seconds);
    }
    return response.text().then(function (words) {
      const note = element.querySelector('.map-wait') || element.appendChild(document.createElement('p'));
      note.className = 'map-wait';
      note.textContent = words;
    });
  }

  function show(collection) {
    element.querySelectorAll('.map-wait').forEach((note) => note.remove());
    draw(collection);
  }

  function load() {
    fetch(address())
      .then((response) => response.status === 503 ? wait(response) : response.ok ? response.json().then(show) : Promise.reject(response.status))
      .catch(function (error) {
        console.error(error);
        element.textContent = data.failed;
      });
  }

  load();
})();
