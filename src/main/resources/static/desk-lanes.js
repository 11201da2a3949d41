// Where each trip stands on the timeline: pools one below the other, their trips in lanes that do not overlap; and how
// many coaches of a pool are free at each time.
export const LANE = 18;
export const HEAD = 24;

/** Rows from top to bottom: {top, height, pool} for a pool's head, {top, height, trips} for a lane. */
export function lanes(data, trips, words) {
  const groups = new Map();
  trips.slice().sort((a, b) => a.begin - b.begin || a.index - b.index).forEach(function (trip) {
    const key = trip.pool >= 0 ? trip.pool : trip.mode;
    if (!groups.has(key)) {
      groups.set(key, []);
    }
    groups.get(key).push(trip);
  });
  const keys = Array.from(groups.keys()).sort((a, b) => order(a) - order(b));
  const rows = [];
  let top = 0;
  keys.forEach(function (key) {
    const pool = typeof key === 'number' ? data.pools[key] : { name: key === 'RAIL' ? words.rail : words.air, count: 0 };
    rows.push({ top, height: HEAD, pool, free: pool.count ? free(data, key, pool) : null });
    top += HEAD;
    const open = [];
    groups.get(key).forEach(function (trip) {
      let lane = open.find((one) => one.until <= trip.begin);
      if (!lane) {
        lane = { trips: [], until: 0 };
        open.push(lane);
      }
      lane.trips.push(trip);
      lane.until = trip.end;
    });
    open.forEach(function (lane) {
      rows.push({ top, height: LANE, trips: lane.trips });
      top += LANE;
    });
    top += 4;
  });
  return { rows, height: top };
}

function order(key) {
  return typeof key === 'number' ? key : key === 'RAIL' ? 1e6 : 2e6;
}

/** Steps [from, coaches free] of a pool, whatever is filtered out; negative where there are too few. */
function free(data, key, pool) {
  const changes = [];
  data.trips.filter((trip) => trip.pool === key && trip.end > trip.begin).forEach(function (trip) {
    changes.push([trip.begin, -1], [trip.end, 1]);
  });
  for (let i = 0; i < pool.outages.length; i += 3) {
    changes.push([pool.outages[i], -pool.outages[i + 2]], [pool.outages[i + 1], pool.outages[i + 2]]);
  }
  // at one moment those who return come before those who leave
  changes.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  const steps = [[-Infinity, pool.count]];
  let least = pool.count;
  let now = pool.count;
  changes.forEach(function ([at, by]) {
    now += by;
    least = Math.min(least, now);
    if (steps[steps.length - 1][0] === at) {
      steps[steps.length - 1][1] = now;
    } else {
      steps.push([at, now]);
    }
  });
  return { steps, least };
}
