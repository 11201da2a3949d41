// The timeline: days across, pools down. Only what is in sight is drawn; the list says the same in words.
import { AXIS, Bars, DAY, clipped } from './desk-bars.js';
import { moment, time } from './desk-data.js';
import { LANE, lanes } from './desk-lanes.js';

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
    this.bars = new Bars(this);
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
    this.bars.ground(pen, wide, high);
    const top = this.scroller.scrollTop;
    pen.save();
    pen.beginPath();
    pen.rect(0, AXIS, wide, high - AXIS);
    pen.clip();
    this.rows.filter((row) => row.top + row.height >= top && row.top <= top + high).forEach((row) => {
      const y = AXIS + row.top - top;
      if (row.pool) {
        this.bars.head(pen, row, y, wide);
      } else {
        pen.save();
        pen.beginPath();
        pen.rect(this.gutter, y, wide, LANE);
        pen.clip();
        row.trips.forEach((trip) => this.bars.bar(pen, trip, y, wide));
        pen.restore();
      }
    });
    pen.restore();
    this.bars.axis(pen, wide);
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
