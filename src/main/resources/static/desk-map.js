// The map of the desk: every trip as straight lines from stop to stop, the chosen one along the roads.
const COLOURS = { COACH: '#0958d9', FEEDER: '#08767d', RAIL: '#b8440b', AIR: '#6a1fb1' };
const DASHES = { FEEDER: '2 5', RAIL: '10 6', AIR: '3 7' };
const ROAD_MILLIS = 150;
// bits of a place's kind: where groups board, where they work, stations and airports, depots
const PLACES = [[4, '#b8440b', 4], [2, '#237804', 3], [1, '#0958d9', 3], [8, '#8c9199', 2]];

export class DeskMap {
  constructor(root, words, choose, showGroup) {
    this.root = root;
    this.words = words;
    this.choose = choose;
    this.showGroup = showGroup;
    this.element = root.querySelector('.desk-map-frame');
    this.lines = new Map();
    this.chosen = null;
    if (!window.L) {
      return;
    }
    const data = this.element.dataset;
    this.map = window.chunfengMap(this.element, 14);
    this.canvas = L.canvas({ padding: 0.2, tolerance: 4 });
    this.routes = L.layerGroup().addTo(this.map);
    this.places = L.layerGroup().addTo(this.map);
    this.unserved = L.layerGroup().addTo(this.map);
    this.exact = L.layerGroup().addTo(this.map);
    this.map.setView([35, 112.5], 5);
    if (data.closures) {
      fetch(data.closures).then((response) => (response.ok ? response.json() : Promise.reject(response.status)))
        .then((closures) => window.chunfengClosedRoads(this.map, closures)).catch((error) => console.warn(error));
    }
    new ResizeObserver(() => this.map.invalidateSize({ animate: false })).observe(this.element);
  }

  /** New figures: everything is drawn anew. */
  load(data) {
    this.data = data;
    if (!this.map) {
      return;
    }
    this.lines.clear();
    this.routes.clearLayers();
    this.places.clearLayers();
    data.trips.forEach((trip) => this.lines.set(trip.id, this.line(trip)));
    const first = !this.fitted;
    data.places.forEach((place) => {
      const style = PLACES.find(([bit]) => place.kind & bit);
      if (style) {
        L.circleMarker(place.at, { renderer: this.canvas, radius: style[2], color: style[1], weight: 1.5, fillColor: '#fff', fillOpacity: 1 })
          .bindTooltip(span(place.name)).addTo(this.places);
      }
    });
    if (first && data.places.length) {
      this.fitted = true;
      this.map.fitBounds(L.latLngBounds(data.places.map((place) => place.at)), { padding: [24, 24], animate: false });
    }
  }

  line(trip) {
    const points = [this.data.places[trip.way[0]].at];
    const loaded = [];
    for (let i = 1; i < trip.way.length; i += 2) {
      const to = this.data.places[trip.way[i]].at;
      if (trip.way[i + 1]) {
        loaded.push([points[points.length - 1], to]);
      }
      points.push(to);
    }
    const kind = trip.feeder ? 'FEEDER' : trip.mode;
    const line = L.polyline(loaded.length ? loaded : [points], {
      renderer: this.canvas, color: COLOURS[kind], weight: 1.5, opacity: 0.55, dashArray: DASHES[kind], smoothFactor: 0.5,
    });
    line.bindTooltip(() => span(trip.id + ' ' + trip.from + ' → ' + trip.to + ' · ' + trip.persons + ' ' + this.words.persons), { sticky: true });
    line.on('click', () => this.choose(trip.id, false));
    return line;
  }

  show(trips, unserved) {
    if (!this.map) {
      return;
    }
    const shown = new Set(trips.map((trip) => trip.id));
    this.lines.forEach((line, id) => (shown.has(id) ? this.routes.addLayer(line) : this.routes.removeLayer(line)));
    this.unserved.clearLayers();
    unserved.forEach((left) => {
      L.circleMarker(this.data.places[left.from].at, {
        renderer: this.canvas, radius: Math.min(14, 5 + Math.sqrt(left.left)), color: '#b3261e', weight: 2, fillColor: '#fff1f0', fillOpacity: 0.85,
      }).bindTooltip(span(this.words.unserved + ' ' + left.group + '：' + left.left + ' ' + this.words.persons + ' ' + this.data.places[left.from].name + ' → ' + this.data.places[left.to].name))
        .on('click', () => this.showGroup(left.group)).addTo(this.unserved);
    });
  }

  mark(id, fit) {
    this.chosen = id;
    this.element.dataset.chosen = id || '';
    if (!this.map) {
      return;
    }
    this.exact.clearLayers();
    const line = this.lines.get(id);
    this.element.classList.toggle('choosing', Boolean(line));
    if (!line) {
      return;
    }
    const trip = this.data.byId.get(id);
    const thick = { color: '#d46b08', weight: 5, opacity: 0.9, interactive: false };
    const straight = L.polyline(line.getLatLngs(), thick).addTo(this.exact);
    const named = new Set(trip.way.filter((value, at) => at === 0 || at % 2 === 1));
    named.forEach((place) => L.circleMarker(this.data.places[place].at, { radius: 4, color: '#434a54', fillColor: '#fff', fillOpacity: 1, weight: 2, interactive: false })
      .bindTooltip(span(this.data.places[place].name), { permanent: true, direction: 'right', offset: [5, 0], className: 'place-name' }).addTo(this.exact));
    if (fit && !this.fills(straight.getBounds())) {
      this.map.fitBounds(straight.getBounds(), { padding: [40, 40], maxZoom: 9, animate: false });
    }
    if (trip.mode === 'COACH') {
      // who goes through the list by keys asks for the last one only
      clearTimeout(this.waiting);
      this.waiting = setTimeout(() => this.alongRoads(id, straight, thick), ROAD_MILLIS);
    }
  }

  /** Whether a way is seen whole and large enough: then the map stays where it is, and nothing is drawn anew. */
  fills(bounds) {
    const size = this.map.getSize();
    const one = this.map.latLngToContainerPoint(bounds.getNorthWest());
    const other = this.map.latLngToContainerPoint(bounds.getSouthEast());
    return one.x > 0 && one.y > 0 && other.x < size.x && other.y < size.y && Math.max((other.x - one.x) / size.x, (other.y - one.y) / size.y) > 0.2;
  }

  alongRoads(id, straight, thick) {
    if (this.chosen !== id) {
      return;
    }
    const address = this.element.dataset.routes + '?vehicle=' + encodeURIComponent(id) + '&zoom=' + Math.min(12, Math.round(this.map.getZoom()) + 2);
    fetch(address).then((response) => (response.ok ? response.json() : Promise.reject(response.status))).then((collection) => {
      if (this.chosen !== id) {
        return;
      }
      this.exact.removeLayer(straight);
      collection.features.filter((feature) => feature.geometry.type !== 'Point').forEach((feature) => L.geoJSON(feature, {
        interactive: false,
        style: feature.properties.empty ? { color: '#595959', weight: 2, dashArray: '4 4', opacity: 0.8 } : thick,
      }).addTo(this.exact));
    }).catch((error) => console.warn(error)); // without roads the straight line will do
  }
}

/** Text, not HTML: names are typed by people. */
function span(words) {
  const element = document.createElement('span');
  element.textContent = words;
  return element;
}
