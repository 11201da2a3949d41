// The dispatcher's desk: list, map and timeline of one plan, kept in step. What is chosen and filtered is in the address.
import { load, fits, sorted } from './desk-data.js';
import { TripList } from './desk-list.js';
import { DeskMap } from './desk-map.js';
import { Timeline } from './desk-timeline.js';

const FILTERS = ['day', 'corridor', 'mode', 'county', 'state', 'text'];
const root = document.querySelector('.desk');
const form = document.getElementById('filters');
const detail = document.getElementById('detail');
const address = new URLSearchParams(location.search);

const option = (name, value) => (Array.from(form.elements[name].options).find((o) => o.value === value) || { text: value }).text;
const words = {
  kind: (kind) => option('mode', kind), count: root.dataset.count, broken: root.dataset.broken, closed: root.dataset.closed,
  pinned: root.dataset.pinned, roomy: root.dataset.roomy, persons: root.dataset.persons, unserved: root.dataset.unserved,
  free: root.dataset.free, short: root.dataset.short, curfew: root.dataset.curfew, rail: option('mode', 'CHARTERED_TRAIN'), air: option('mode', 'CHARTER'),
};
const list = new TripList(document.getElementById('view-list'), words, choose);
const map = new DeskMap(document.getElementById('view-map'), words, choose, showGroup);
const timeline = new Timeline(document.getElementById('view-time'), words, choose);

let data = null;
let chosen = address.get('trip');
let sort = address.get('sort') || 'departure';
let down = address.get('down') === '1';
let asked = 0;

function filter() {
  return Object.fromEntries(FILTERS.map((name) => [name, form.elements[name].value]));
}

function remember() {
  const now = new URLSearchParams();
  Object.entries(filter()).filter(([, value]) => value).forEach(([name, value]) => now.set(name, value));
  if (sort !== 'departure' || down) {
    now.set('sort', sort);
  }
  if (down) {
    now.set('down', '1');
  }
  if (chosen) {
    now.set('trip', chosen);
  }
  const query = now.toString();
  history.replaceState(null, '', location.pathname + (query ? '?' + query : '') + location.hash);
}

function show() {
  const wanted = filter();
  const trips = sorted(data.trips.filter((trip) => fits(data, trip, wanted)), sort, down);
  const unserved = data.unserved.filter((left) => (!wanted.day || left.day === wanted.day)
    && (!wanted.corridor || String(left.corridor) === wanted.corridor)
    && (!wanted.county || data.counties[left.county].code === wanted.county));
  list.show(data, trips, data.trips.length);
  map.show(trips, unserved);
  timeline.show(data, trips, wanted.day);
  document.querySelectorAll('#view-list th[data-sort]').forEach((head) => head.setAttribute(
    'aria-sort', head.dataset.sort !== sort ? 'none' : down ? 'descending' : 'ascending'));
}

/** @param open the focus goes to the trip's particulars */
function choose(id, open) {
  if (!data.byId.has(id)) {
    return;
  }
  const again = id === chosen && detail.dataset.trip === id;
  chosen = id;
  if (!again) {
    particulars(id, open);
  } else if (open) {
    detail.focus();
  }
  list.mark(id, true);
  map.mark(id, true);
  timeline.mark(id);
  remember();
}

async function particulars(id, open) {
  const question = ++asked;
  const response = await fetch(root.dataset.trips + '/' + encodeURIComponent(id), { headers: { 'X-Part': '1' } });
  if (question !== asked) {
    return;
  }
  if (response.ok) {
    detail.innerHTML = await response.text();
    if (window.htmx) {
      htmx.process(detail);
    }
    detail.dataset.trip = id;
    detail.dispatchEvent(new CustomEvent('desk:trip', { bubbles: true }));
    if (open) {
      detail.focus();
    }
  } else {
    detail.textContent = root.dataset.failed;
  }
  root.dataset.shown = id;
}

function showGroup(group) {
  const row = document.getElementById('left-' + group);
  if (row) {
    row.closest('details').open = true;
    row.scrollIntoView({ block: 'center' });
    row.classList.add('marked');
  }
}

function fill(select, options) {
  const before = select.value || address.get(select.name) || '';
  options.forEach(([value, text]) => select.add(new Option(text, value)));
  select.value = before;
}

function choices() {
  form.elements.day.length = 1;
  form.elements.county.length = 1;
  fill(form.elements.day, data.days.filter((day, index) => data.trips.some((trip) => trip.day === index)).map((day) => [day.date, day.words]));
  fill(form.elements.county, data.counties.map((county) => [county.code, county.name + ' ' + county.code])
    .sort((a, b) => a[0].localeCompare(b[0])));
  const ids = document.getElementById('trip-ids');
  if (ids) {
    ids.replaceChildren(...data.trips.filter((trip) => trip.mode === 'COACH').map((trip) => new Option(trip.from + ' → ' + trip.to, trip.id)));
  }
}

/** Figures anew; choice, scroll and filters stay. */
async function refresh() {
  data = await load(root.dataset.json);
  const day = form.elements.day.value;
  const county = form.elements.county.value;
  choices();
  form.elements.day.value = day || form.elements.day.value;
  form.elements.county.value = county || form.elements.county.value;
  map.load(data);
  show();
  if (chosen && !data.byId.has(chosen)) {
    chosen = null;
  }
  list.mark(chosen, false);
  map.mark(chosen, false);
  timeline.mark(chosen);
  root.dataset.version = data.version;
}

async function begin() {
  FILTERS.filter((name) => address.get(name) && !['day', 'county'].includes(name))
    .forEach((name) => { form.elements[name].value = address.get(name); });
  try {
    await refresh();
  } catch (error) {
    console.error(error);
    list.root.querySelector('.desk-count').textContent = root.dataset.failed;
    return;
  }
  if (chosen) {
    choose(chosen, false);
  }
  root.dataset.ready = 'true';
  // for who measures: everything is on the screen
  requestAnimationFrame(() => setTimeout(() => performance.mark('desk-painted')));
}

let typing = null;
function filtered() {
  show();
  list.mark(chosen, false);
  remember();
}
form.addEventListener('input', function (event) {
  if (event.target.type === 'search') {
    clearTimeout(typing);
    typing = setTimeout(filtered, 120);
  }
});
form.addEventListener('change', filtered);
form.addEventListener('submit', (event) => event.preventDefault());
form.addEventListener('reset', () => setTimeout(function () {
  show();
  remember();
}));
document.querySelectorAll('#view-list th[data-sort] button').forEach((button) => button.addEventListener('click', function () {
  const key = button.parentElement.dataset.sort;
  down = sort === key ? !down : false;
  sort = key;
  show();
  remember();
}));

// narrow screens: one view at a time
const tabs = Array.from(document.querySelectorAll('.desk-tabs [role=tab]'));
function turn(tab) {
  tabs.forEach((other) => {
    other.setAttribute('aria-selected', String(other === tab));
    other.tabIndex = other === tab ? 0 : -1;
  });
  root.dataset.view = tab.dataset.view;
  timeline.resize();
}
tabs.forEach((tab, at) => {
  tab.addEventListener('click', () => turn(tab));
  tab.addEventListener('keydown', function (event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step) {
      const next = tabs[(at + step + tabs.length) % tabs.length];
      turn(next);
      next.focus();
    }
  });
});

window.chunfengDesk = { refresh, choose, particulars, chosen: () => chosen, trip: (id) => data.byId.get(id) };
begin();
