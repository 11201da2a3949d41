// The timeline: days across, pools down. Only what is in sight is drawn; the list says the same in words.
import { codes, moment, time } from './desk-data.js';
import { HEAD, LANE, lanes } from './desk-lanes.js';

const DAY = 1440;
const AXIS = 38;
const COLOURS = { COACH: '#0958d9', FEEDER: '#08767d', RAIL: '#b8440b', AIR: '#6a1fb1' };
const INK = '#1f1f1f';
const QUIET = '#595959';
const BAD = '#b3261e';
const [LOADED, EMPTY, STOP, REST] = [0, 1, 2, 3];

export class Timeline {
  constructor(root, words, choose) {
    this.root = root;
    this.words = words;
    this.choose = choose;
    this.scroller = root.querySelector('.desk-lanes');
    this.canvas = root.querySelector('canvas');
    this.space = root.querySelector('.desk-space');
    this.tip = root.querySelector('.desk-tip');
    this.chosen = null;
    this.zoom = 1;
    this.rows = [];
    this.height = 0;
    this.scroller.addEventListener('scroll', () => this.later(), { passive: true });
    this.canvas.addEventListener('click', (event) => this.click(event));
    this.canvas.addEventListener('mousemove', (event) => this.hover(event));
    this.canvas.addEventListener('mouseleave', () => { this.tip.hidden = true; });
    new ResizeObserver(() => this.resize()).observe(this.scroller);
    root.querySelectorAll('[data-zoom]').forEach((button) => button.addEventListener('click', () => this.scale(Number(button.dataset.zoom))));
  }

  show(data, trips, day) {
    this.data = data;
    const found = lanes(data, trips, this.words);
    this.rows = found.rows;
    this.height = found.height;
    this.place = new Map();
    this.rows.forEach((row) => row.trips && row.trips.forEach((trip) => this.place.set(trip.id, row)));
    const at = data.days.findIndex((one) => one.date === day);
    // a night's drive ends on the next day
    this.from = at >= 0 ? at * DAY : 0;
    this.until = at >= 0 ? (at + 2) * DAY : data.days.length * DAY;
    this.resize();
  }

  scale(by) {
    const middle = (this.scroller.scrollLeft + this.width / 2) / this.zoom;
    this.zoom = Math.max(1, Math.min(24, by ? this.zoom * by : 1));
    this.resize();
    this.scroller.scrollLeft = middle * this.zoom - this.width / 2;
  }

  resize() {
    if (!this.data || !this.scroller.clientWidth) {
      return;
    }
    const wide = this.scroller.clientWidth;
    const high = this.scroller.clientHeight;
    const ratio = window.devicePixelRatio || 1;
    this.gutter = wide < 520 ? 84 : 170;
    this.width = wide - this.gutter;
    this.canvas.width = wide * ratio;
    this.canvas.height = high * ratio;
    this.canvas.style.width = wide + 'px';
    this.canvas.style.height = high + 'px';
    this.space.style.width = this.gutter + this.width * this.zoom + 'px';
    this.space.style.height = AXIS + this.height + 'px';
    this.draw();
  }

  later() {
    if (!this.waiting) {
      this.waiting = requestAnimationFrame(() => {
        this.waiting = null;
        this.draw();
      });
    }
  }

  mark(id) {
    this.chosen = id;
    this.scroller.dataset.chosen = id || '';
    const row = this.data && this.place.get(id);
    if (row) {
      const top = this.scroller.scrollTop;
      const seen = this.scroller.clientHeight - AXIS;
      if (row.top < top || row.top + LANE > top + seen) {
        this.scroller.scrollTop = Math.max(0, row.top - seen / 2);
      }
      const trip = this.data.byId.get(id);
      const left = this.scroller.scrollLeft;
      const x = (trip.begin - this.from) * this.perMinute();
      if (this.zoom > 1 && (x < left || x > left + this.width)) {
        this.scroller.scrollLeft = Math.max(0, x - this.width / 3);
      }
    }
    this.later();
  }

  perMinute() {
    return this.width * this.zoom / (this.until - this.from);
  }

  x(minutes) {
    return this.gutter + (minutes - this.from) * this.perMinute() - this.scroller.scrollLeft;
  }

  draw() {
    const pen = this.canvas.getContext('2d');
    const ratio = window.devicePixelRatio || 1;
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    const wide = this.canvas.width / ratio;
    const high = this.canvas.height / ratio;
    pen.clearRect(0, 0, wide, high);
    pen.font = '12px ' + getComputedStyle(document.body).fontFamily;
    pen.textBaseline = 'middle';
    this.ground(pen, wide, high);
    const top = this.scroller.scrollTop;
    pen.save();
    pen.beginPath();
    pen.rect(0, AXIS, wide, high - AXIS);
    pen.clip();
    this.rows.filter((row) => row.top + row.height >= top && row.top <= top + high).forEach((row) => {
      const y = AXIS + row.top - top;
      if (row.pool) {
        this.head(pen, row, y, wide);
      } else {
        pen.save();
        pen.beginPath();
        pen.rect(this.gutter, y, wide, LANE);
        pen.clip();
        row.trips.forEach((trip) => this.bar(pen, trip, y, wide));
        pen.restore();
      }
    });
    pen.restore();
    this.axis(pen, wide);
  }

  ground(pen, wide, high) {
    const [from, to] = this.data.curfew;
    for (let day = Math.floor(this.from / DAY); day * DAY < this.until; day++) {
      if (to) {
        const x = Math.max(this.gutter, this.x(day * DAY + from));
        pen.fillStyle = '#f1edf7';
        pen.fillRect(x, AXIS, Math.max(0, this.x(day * DAY + to) - x), high);
      }
      const x = this.x(day * DAY);
      if (x >= this.gutter && x <= wide) {
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
    pen.rect(this.gutter, 0, wide, AXIS);
    pen.clip();
    const hour = this.perMinute() * 60;
    const step = [1, 2, 3, 6, 12].find((hours) => hours * hour >= 38) || 24;
    for (let day = Math.floor(this.from / DAY); day * DAY < this.until; day++) {
      const words = this.data.days[day];
      const x = Math.max(this.x(day * DAY), this.gutter) + 4;
      pen.fillStyle = INK;
      const long = words ? words.words : '';
      pen.fillText(pen.measureText(long).width + 8 < DAY * this.perMinute() ? long : words ? words.date.slice(5) : '', x, 11);
      pen.fillStyle = QUIET;
      for (let h = 0; h < 24; h += step) {
        pen.fillText(String(h).padStart(2, '0') + ':00', this.x(day * DAY + h * 60) + 2, 28);
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
    pen.fillRect(0, y, this.gutter, HEAD);
    pen.fillStyle = INK;
    pen.fillText(short(pen, row.pool.name, this.gutter - 8), 4, y + HEAD / 2);
  }

  /** How many coaches of the pool are free, as a line; the least of them in words. */
  free(pen, row, y, wide) {
    const { steps, least } = row.free;
    const level = (coaches) => y + HEAD - 3 - Math.max(0, coaches) / row.pool.count * (HEAD - 8);
    pen.strokeStyle = '#4d8a35';
    pen.lineWidth = 1.5;
    pen.beginPath();
    steps.forEach(([at, coaches], index) => {
      const x = index ? Math.min(wide, Math.max(this.gutter, this.x(at))) : this.gutter;
      const end = index + 1 < steps.length ? Math.min(wide, Math.max(this.gutter, this.x(steps[index + 1][0]))) : wide;
      pen.lineTo(x, level(coaches));
      pen.lineTo(end, level(coaches));
      if (coaches < 0) {
        pen.fillStyle = BAD;
        pen.fillRect(x, y + 1, Math.max(2, end - x), HEAD - 2);
      }
    });
    pen.stroke();
    const words = least < 0 ? this.words.short.replace('%1', -least) : this.words.free.replace('%1', least).replace('%2', row.pool.count);
    pen.fillStyle = least < 0 ? BAD : QUIET;
    const x = wide - pen.measureText(words).width - 8;
    pen.save();
    pen.fillStyle = 'rgba(244, 246, 248, .9)';
    pen.fillRect(x - 4, y + 3, wide - x + 4, HEAD - 6);
    pen.restore();
    pen.fillText(words, x, y + HEAD / 2);
  }

  bar(pen, trip, y, wide) {
    const left = this.x(trip.begin);
    const right = this.x(trip.end);
    if (right < this.gutter || left > wide) {
      return;
    }
    const colour = COLOURS[trip.feeder ? 'FEEDER' : trip.mode];
    const broken = codes(trip);
    let now = trip.begin;
    for (let i = 1; i < trip.events.length; i += 2) {
      const x = this.x(now);
      now += trip.events[i + 1];
      const width = Math.max(1, this.x(now) - x);
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
      this.label(pen, trip.closed ? this.words.closed + ' ' + words : words, right + 5, y, wide);
    }
    if (trip.id === this.chosen) {
      pen.strokeStyle = '#d46b08';
      pen.lineWidth = 3;
      pen.strokeRect(left - 2, y + 1.5, right - left + 4, LANE - 3);
    }
  }

  label(pen, words, x, y, wide) {
    const width = pen.measureText(words).width;
    const at = Math.max(this.gutter, Math.min(x, wide - width - 4));
    pen.fillStyle = '#fff1f0';
    pen.fillRect(at - 2, y + 2, width + 4, LANE - 4);
    pen.fillStyle = BAD;
    pen.fillText(words, at, y + LANE / 2);
  }

  under(event) {
    const box = this.canvas.getBoundingClientRect();
    const y = event.clientY - box.top - AXIS + this.scroller.scrollTop;
    const x = event.clientX - box.left;
    const row = this.rows.find((one) => y >= one.top && y < one.top + one.height);
    if (!row || !row.trips || event.clientY - box.top < AXIS) {
      return null;
    }
    return row.trips.find((trip) => x >= this.x(trip.begin) - 3 && x <= this.x(trip.end) + 3) || null;
  }

  click(event) {
    const trip = this.under(event);
    if (trip) {
      this.choose(trip.id, false);
    }
  }

  hover(event) {
    const trip = this.under(event);
    this.canvas.classList.toggle('over', Boolean(trip));
    this.tip.hidden = !trip;
    if (trip) {
      this.tip.textContent = trip.id + ' ' + clipped(trip.from, 16) + ' → ' + clipped(trip.to, 16) + ' · ' + moment(this.data, trip.departure) + ' – ' + time(trip.arrival)
        + ' · ' + trip.persons + ' / ' + trip.seats + (trip.faults.length ? ' · ' + trip.faults[0].words : '');
    }
  }
}

function clipped(words, most) {
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
