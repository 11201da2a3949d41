// The list of trips: of thousands of rows only those in sight are in the page.
import { codes, moment } from './desk-data.js';

const ROW = 34;
const MORE = 6;
const COUNT = new Intl.NumberFormat('en-US');

export class TripList {
  /** @param root with a table; words of states; choose(id, open) */
  constructor(root, words, choose) {
    this.root = root;
    this.scroller = root.querySelector('.desk-rows');
    this.table = root.querySelector('table');
    this.body = this.table.tBodies[0];
    this.words = words;
    this.choose = choose;
    this.rows = [];
    this.chosen = null;
    this.drawn = '';
    this.scroller.addEventListener('scroll', () => this.draw(), { passive: true });
    new ResizeObserver(() => this.draw()).observe(this.scroller);
    this.body.addEventListener('click', (event) => {
      const row = event.target.closest('tr[data-vehicle]');
      if (row) {
        this.choose(row.dataset.vehicle, false);
      }
    });
    this.table.addEventListener('keydown', (event) => this.key(event));
  }

  show(data, trips, total) {
    this.data = data;
    this.rows = trips;
    this.table.setAttribute('aria-rowcount', String(trips.length + 1));
    this.root.querySelector('.desk-count').textContent = this.words.count
      .replace('%1', COUNT.format(trips.length)).replace('%2', COUNT.format(total))
      .replace('%3', COUNT.format(trips.reduce((sum, trip) => sum + trip.persons, 0)));
    this.drawn = '';
    this.draw();
  }

  mark(id, scroll) {
    this.chosen = id;
    const at = this.rows.findIndex((trip) => trip.id === id);
    if (scroll && at >= 0) {
      const head = this.table.tHead.offsetHeight;
      const top = at * ROW;
      if (top < this.scroller.scrollTop) {
        this.scroller.scrollTop = top;
      } else if (top + ROW + head > this.scroller.scrollTop + this.scroller.clientHeight) {
        this.scroller.scrollTop = top + ROW + head - this.scroller.clientHeight;
      }
    }
    this.drawn = '';
    this.draw();
  }

  key(event) {
    if (event.target !== this.table || !this.rows.length) {
      return;
    }
    const now = this.rows.findIndex((trip) => trip.id === this.chosen);
    const page = Math.max(1, Math.floor(this.scroller.clientHeight / ROW) - 2);
    const last = this.rows.length - 1;
    const to = {
      ArrowDown: now + 1, ArrowUp: now < 0 ? last : now - 1, PageDown: now + page, PageUp: now - page, Home: 0, End: last,
    }[event.key];
    if (event.key === 'Enter' && this.chosen) {
      event.preventDefault();
      this.choose(this.chosen, true);
    } else if (to !== undefined && !event.ctrlKey && !event.altKey && !event.metaKey) {
      event.preventDefault();
      this.choose(this.rows[Math.max(0, Math.min(last, to))].id, false);
    }
  }

  draw() {
    const first = Math.max(0, Math.floor(this.scroller.scrollTop / ROW) - MORE);
    const last = Math.min(this.rows.length, Math.ceil((this.scroller.scrollTop + this.scroller.clientHeight) / ROW) + MORE);
    const state = first + '-' + last;
    if (state === this.drawn) {
      return;
    }
    this.drawn = state;
    const rows = [spacer(first * ROW)];
    for (let i = first; i < last; i++) {
      rows.push(this.row(this.rows[i], i));
    }
    rows.push(spacer((this.rows.length - last) * ROW));
    this.body.replaceChildren(...rows);
    if (this.chosen && this.body.querySelector('[aria-selected=true]')) {
      this.table.setAttribute('aria-activedescendant', 'row-' + this.chosen);
    } else {
      this.table.removeAttribute('aria-activedescendant');
    }
  }

  row(trip, index) {
    const row = document.createElement('tr');
    row.id = 'row-' + trip.id;
    row.dataset.vehicle = trip.id;
    row.setAttribute('aria-rowindex', String(index + 2));
    row.setAttribute('aria-selected', String(trip.id === this.chosen));
    const route = trip.from + ' → ' + trip.to;
    const kind = document.createElement('span');
    kind.className = 'mode ' + trip.mode + ' ' + trip.kind;
    kind.textContent = this.words.kind(trip.kind);
    row.append(
      cell(trip.id, 'id'), cell(kind), cell(route, '', route), cell(moment(this.data, trip.departure), 'id'),
      cell(COUNT.format(trip.persons) + ' / ' + COUNT.format(trip.seats), 'n'),
      cell(trip.metres < 0 ? '' : COUNT.format(Math.round(trip.metres / 1000)), 'n'),
      cell(COUNT.format(Math.floor((trip.fen + 50) / 100)), 'n'), this.state(trip));
    return row;
  }

  state(trip) {
    const broken = codes(trip);
    const words = [];
    if (broken.length) {
      words.push(mark('bad', this.words.broken + ' ' + broken.join(' ')));
    }
    if (trip.closed) {
      words.push(mark('bad', this.words.closed));
    }
    if (trip.pinned) {
      words.push(mark('quiet', this.words.pinned));
    }
    if (trip.roomy) {
      words.push(mark('warn', this.words.roomy.replace('%1', trip.seats - trip.persons)));
    }
    const state = cell('', '', trip.faults.map((fault) => fault.words).join('\n'));
    state.append(...words);
    return state;
  }
}

function mark(kind, words) {
  const span = document.createElement('span');
  span.className = kind;
  span.textContent = words + ' ';
  return span;
}

function cell(content, kind, title) {
  const cell = document.createElement('td');
  if (kind) {
    cell.className = kind;
  }
  if (title) {
    cell.title = title;
  }
  cell.append(content);
  return cell;
}

function spacer(height) {
  const row = document.createElement('tr');
  row.setAttribute('aria-hidden', 'true');
  row.className = 'spacer';
  const cell = document.createElement('td');
  cell.style.height = height + 'px';
  row.append(cell);
  return row;
}
