// Reads the desk's compact JSON (DeskData.java): arrays become trips with names, texts are looked up.
const FLAGS = { pinned: 1, closed: 2, feeder: 4 };

/** Seats free of ten from which a trip counts as one with many free seats. */
const ROOMY = 0.3;

export async function load(address) {
  const response = await fetch(address);
  if (!response.ok) {
    throw new Error(String(response.status));
  }
  return read(await response.json());
}

function read(json) {
  const text = (index) => json.texts[index];
  const trips = json.trips.map((row, index) => ({
    index, id: row[0], kind: row[1], mode: row[2], pool: row[3], name: text(row[4]), from: text(row[5]), to: text(row[6]),
    departure: row[7], arrival: row[8], drivers: row[9], persons: row[10], seats: row[11], metres: row[12], fen: row[13],
    pinned: Boolean(row[14] & FLAGS.pinned), closed: Boolean(row[14] & FLAGS.closed), feeder: Boolean(row[14] & FLAGS.feeder),
    corridors: row[15], counties: row[16], begin: row[17][0], events: row[17], way: row[18], faults: [],
  }));
  trips.forEach(function (trip) {
    trip.end = trip.begin;
    for (let i = 2; i < trip.events.length; i += 2) {
      trip.end += trip.events[i];
    }
    trip.day = dayOf(trip.departure);
    trip.roomy = trip.seats > 0 && trip.seats - trip.persons >= trip.seats * ROOMY;
  });
  const faults = json.faults.map(([code, words, concerned]) => ({ code, words: text(words), trips: concerned }));
  faults.forEach((fault) => fault.trips.forEach((index) => trips[index].faults.push(fault)));
  return {
    version: json.version, trips, faults, byId: new Map(trips.map((trip) => [trip.id, trip])),
    pools: json.pools.map(([id, name, count, outages]) => ({ id, name, count, outages })),
    places: json.places.map(([name, lon, lat, kind]) => ({ name, at: [lat, lon], kind })),
    counties: json.counties.map(([code, name]) => ({ code, name })),
    unserved: json.unserved.map(([group, from, to, left, county, corridor, day]) => ({ group, from, to, left, county, corridor, day })),
    start: json.start, days: json.days.map(([date, words]) => ({ date, words })), curfew: json.curfew,
  };
}

function dayOf(minutes) {
  return Math.floor(minutes / 1440);
}

/** 08:30 */
export function time(minutes) {
  const ofDay = ((minutes % 1440) + 1440) % 1440;
  return String(Math.floor(ofDay / 60)).padStart(2, '0') + ':' + String(ofDay % 60).padStart(2, '0');
}

/** 02-17 08:30 */
export function moment(data, minutes) {
  const day = data.days[dayOf(minutes)];
  return (day ? day.date.slice(5) : '') + ' ' + time(minutes);
}

export function codes(trip) {
  return [...new Set(trip.faults.map((fault) => fault.code))].sort();
}

/** @param filter day, corridor, mode, county, state, text; empty ones leave everything */
export function fits(data, trip, filter) {
  if (filter.day && (!data.days[trip.day] || data.days[trip.day].date !== filter.day)) {
    return false;
  }
  if (filter.corridor && !(trip.corridors & (1 << Number(filter.corridor)))) {
    return false;
  }
  if (filter.mode && trip.kind !== filter.mode) {
    return false;
  }
  if (filter.county && !trip.counties.some((county) => data.counties[county].code === filter.county)) {
    return false;
  }
  if (filter.state && !STATES[filter.state](trip)) {
    return false;
  }
  if (!filter.text) {
    return true;
  }
  const wanted = filter.text.trim().toLowerCase();
  return [trip.id, trip.name, trip.from, trip.to].some((words) => words.toLowerCase().includes(wanted));
}

export const STATES = {
  problem: (trip) => trip.faults.length > 0 || trip.closed,
  pinned: (trip) => trip.pinned,
  roomy: (trip) => trip.roomy,
  feeder: (trip) => trip.feeder,
};

const KEYS = {
  id: (trip) => trip.id, kind: (trip) => trip.kind, route: (trip) => trip.from + trip.to, departure: (trip) => trip.departure,
  persons: (trip) => trip.persons, free: (trip) => trip.seats - trip.persons, km: (trip) => trip.metres, cost: (trip) => trip.fen,
  state: (trip) => (trip.faults.length ? 8 : 0) + (trip.closed ? 4 : 0) + (trip.pinned ? 2 : 0) + (trip.roomy ? 1 : 0),
};
const NAMES = new Intl.Collator('zh-CN', { numeric: true });

export function sorted(trips, key, down) {
  const value = KEYS[key] || KEYS.departure;
  const way = down ? -1 : 1;
  return trips.slice().sort(function (a, b) {
    const one = value(a);
    const other = value(b);
    const order = typeof one === 'string' ? NAMES.compare(one, other) : one - other;
    return order * way || a.index - b.index;
  });
}
