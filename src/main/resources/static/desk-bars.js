// What the timeline draws on its canvas: ground, axis, heads of pools, bars of trips.
import { codes } from './desk-data.js';
import { HEAD, LANE } from './desk-lanes.js';

export const DAY = 1440;
export const AXIS = 38;
const COLOURS = { COACH: '#0958d9', FEEDER: '#08767d', RAIL: '#b8440b', AIR: '#6a1fb1' };
const INK = '#1f1f1f';
const QUIET = '#595959';
const BAD = '#b3261e';
const [LOADED, EMPTY, STOP, REST] = [0, 1, 2, 3];

/** @param time a timeline: its data, words, gutter, x(minutes), perMinute(), from, until, chosen */
export class Bars {
  constructor(time) {
    this.time = time;
  }

  ground(pen, wide, high) {
    const [from, to] = this.time.data.curfew;
    for (let day = Math.floor(this.time.from / DAY); day * DAY < this.time.until; day++) {
      if (to) {
        const x = Math.max(this.time.gutter, this.time.x(day * DAY + from));
        pen.fillStyle = '#f1edf7';
        pen.fillRect(x, AXIS, Math.max(0, this.time.x(day * DAY + to) - x), high);
      }
      const x = this.time.x(day * DAY);
      if (x >= this.time.gutter && x <= wide) {
        pen.fillStyle = '#c3c8cf';
        pen.fillRect(x, 0, 1, high);
      }
    }
  }

  axis(pen, wide) {
    pen.fillStyle = '#fafbfc';
    pen.fillRect(0, 0, wide, AXIS);
    pen.fillStyle = '#e3e6ea';
    pen.fillRect(0, AXIS - 1, wide, 1);
    pen.save();
    pen.beginPath();
    pen.rect(this.time.gutter, 0, wide, AXIS);
    pen.clip();
    const hour = this.time.perMinute() * 60;
    const step = [1, 2, 3, 6, 12].find((hours) => hours * hour >= 38) || 24;
    for (let day = Math.floor(this.time.from / DAY); day * DAY < this.time.until; day++) {
      const words = this.time.data.days[day];
      const x = Math.max(this.time.x(day * DAY), this.time.gutter) + 4;
      pen.fillStyle = INK;
      const long = words ? words.words : '';
      pen.fillText(pen.measureText(long).width + 8 < DAY * this.time.perMinute() ? long : words ? words.date.slice(5) : '', x, 11);
      pen.fillStyle = QUIET;
      for (let h = 0; h < 24; h += step) {
        pen.fillText(String(h).padStart(2, '0') + ':00', this.time.x(day * DAY + h * 60) + 2, 28);
      }
    }
    pen.restore();
  }

  head(pen, row, y, wide) {
    pen.fillStyle = 'rgba(244, 246, 248, .85)';
    pen.fillRect(0, y, wide, HEAD);
    if (row.free) {
      this.free(pen, row, y, wide);
    }
    pen.fillStyle = '#f4f6f8';
    pen.fillRect(0, y, this.time.gutter, HEAD);
    pen.fillStyle = INK;
    pen.fillText(short(pen, row.pool.name, this.time.gutter - 8), 4, y + HEAD / 2);
  }

  /** How many coaches of the pool are free, as a line; the least of them in words. */
  free(pen, row, y, wide) {
    const { steps, least } = row.free;
    const level = (coaches) => y + HEAD - 3 - Math.max(0, coaches) / row.pool.count * (HEAD - 8);
    pen.strokeStyle = '#4d8a35';
    pen.lineWidth = 1.5;
    pen.beginPath();
    steps.forEach(([at, coaches], index) => {
      const x = index ? Math.min(wide, Math.max(this.time.gutter, this.time.x(at))) : this.time.gutter;
      const end = index + 1 < steps.length ? Math.min(wide, Math.max(this.time.gutter, this.time.x(steps[index + 1][0]))) : wide;
      pen.lineTo(x, level(coaches));
      pen.lineTo(end, level(coaches));
      if (coaches < 0) {
        pen.fillStyle = BAD;
        pen.fillRect(x, y + 1, Math.max(2, end - x), HEAD - 2);
      }
    });
    pen.stroke();
    const words = least < 0 ? this.time.words.short.replace('%1', -least) : this.time.words.free.replace('%1', least).replace('%2', row.pool.count);
    pen.fillStyle = least < 0 ? BAD : QUIET;
    const x = wide - pen.measureText(words).width - 8;
    pen.save();
    pen.fillStyle = 'rgba(244, 246, 248, .9)';
    pen.fillRect(x - 4, y + 3, wide - x + 4, HEAD - 6);
    pen.restore();
    pen.fillText(words, x, y + HEAD / 2);
  }

  bar(pen, trip, y, wide) {
    const left = this.time.x(trip.begin);
    const right = this.time.x(trip.end);
    if (right < this.time.gutter || left > wide) {
      return;
    }
    const colour = COLOURS[trip.feeder ? 'FEEDER' : trip.mode];
    const broken = codes(trip);
    let now = trip.begin;
    for (let i = 1; i < trip.events.length; i += 2) {
      const x = this.time.x(now);
      now += trip.events[i + 1];
      const width = Math.max(1, this.time.x(now) - x);
      const what = trip.events[i];
      if (what === EMPTY) {
        pen.fillStyle = '#8c9199';
        pen.fillRect(x, y + 8, width, 2);
      } else if (what === REST) {
        pen.fillStyle = '#f3d9a4';
        pen.fillRect(x, y + 5, width, 8);
      } else if (what === STOP) {
        pen.fillStyle = '#262b33';
        pen.fillRect(x, y + 2, Math.max(2, width), 14);
      } else {
        pen.fillStyle = colour;
        pen.fillRect(x, y + 4, width, what === LOADED ? 10 : 6);
      }
    }
    if (trip.pinned) {
      pen.fillStyle = INK;
      pen.fillRect(left - 1, y + 1, 3, 16);
    }
    if (broken.length || trip.closed) {
      pen.strokeStyle = BAD;
      pen.lineWidth = 2;
      pen.strokeRect(left - 1, y + 1, right - left + 2, LANE - 2);
      const more = broken.length > 1 ? ' ' + broken.slice(1).join(' ') : '';
      const words = broken.length ? clipped(trip.faults.find((fault) => fault.code === broken[0]).words, 24) + more : '';
      this.label(pen, trip.closed ? this.time.words.closed + ' ' + words : words, right + 5, y, wide);
    }
    if (trip.id === this.time.chosen) {
      pen.strokeStyle = '#d46b08';
      pen.lineWidth = 3;
      pen.strokeRect(left - 2, y + 1.5, right - left + 4, LANE - 3);
    }
  }

  label(pen, words, x, y, wide) {
    const width = pen.measureText(words).width;
    const at = Math.max(this.time.gutter, Math.min(x, wide - width - 4));
    pen.fillStyle = '#fff1f0';
    pen.fillRect(at - 2, y + 2, width + 4, LANE - 4);
    pen.fillStyle = BAD;
    pen.fillText(words, at, y + LANE / 2);
  }
}

export function clipped(words, most) {
  return words.length > most ? words.slice(0, most - 1) + '…' : words;
}

function short(pen, words, width) {
  if (pen.measureText(words).width <= width) {
    return words;
  }
  let length = words.length;
  while (length > 1 && pen.measureText(words.slice(0, length) + '…').width > width) {
    length--;
  }
  return words.slice(0, length) + '…';
}
