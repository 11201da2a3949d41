// At the coach door. What is pressed is kept on the phone first, then sent; each entry has an id of its own, so that
// sending it again records nothing twice. The order of entries is kept: one that is in conflict holds up those after it.
(function () {
  const door = document.getElementById('door');
  if (!door) {
    return;
  }
  const form = document.getElementById('figures');
  const told = document.getElementById('told');
  const list = document.getElementById('entries');
  const words = list.parentElement.dataset;
  const connection = document.getElementById('connection');
  const KEY = 'door:' + location.pathname;
  const ORDER = ['PLANNED', 'ASSEMBLING', 'DEPARTED', 'ARRIVED'];
  const FIRST_WAIT = 2000;
  const LONGEST_WAIT = 60000;
  let wait = FIRST_WAIT;
  let timer = null;
  let sending = false;

  const kept = Object.assign({ seen: 0, state: 'PLANNED', entries: [], fields: null }, JSON.parse(localStorage.getItem(KEY) || '{}'));
  const open = () => kept.entries.filter((entry) => entry.state !== 'sent');
  if (open().length === 0) {
    // nothing of ours is under way: the server's word counts, unless this page is an older one that was kept
    if (Number(door.dataset.seen) >= kept.seen) {
      kept.seen = Number(door.dataset.seen);
      kept.state = door.dataset.state;
      kept.fields = null;
    }
  }
  const keep = () => localStorage.setItem(KEY, JSON.stringify(kept));

  // ---- figures
  const number = (input) => Number.parseInt(input.value, 10) || 0;
  const inputs = () => Array.from(form.querySelectorAll('input[name]'));
  if (kept.fields) {
    inputs().forEach((input, index) => { input.value = kept.fields[index] ?? input.value; });
  }
  function account(group, changed) {
    const field = (name) => group.querySelector('[name=' + name + ']');
    const missing = Math.max(0, Number(group.dataset.expected) - number(field('persons')));
    if (['persons', 'refused', 'moved'].includes(changed)) {
      const rest = missing - number(field('refused')) - number(field('moved'));
      field('noShow').value = rest > 0 ? String(rest) : '';
    }
    const reasons = group.querySelector('.missing');
    const accounted = number(field('noShow')) + number(field('refused')) + number(field('moved'));
    reasons.hidden = missing === 0 && accounted === 0;
    reasons.querySelector('.short').textContent = reasons.dataset.words.replace('{0}', missing).replace('{1}', accounted);
  }
  form.querySelectorAll('.group').forEach((group) => account(group, ''));
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('input', function (event) {
    const group = event.target.closest('.group');
    if (group) {
      account(group, event.target.name);
    }
    kept.fields = inputs().map((input) => input.value);
    keep();
  });
  form.addEventListener('click', function (event) {
    const step = event.target.closest('.step');
    if (!step) {
      return;
    }
    const input = step.parentElement.querySelector('input');
    const most = input.name === 'persons' ? Number(step.closest('.group').dataset.planned) : 99;
    const next = Math.min(most, Math.max(0, number(input) + Number(step.dataset.step)));
    input.value = next === 0 && input.name !== 'persons' ? '' : String(next);
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });

  // ---- entries
  const names = {};
  document.querySelectorAll('.report').forEach(function (button) {
    names[button.dataset.report] = button.dataset.name;
    button.disabled = false;
    button.addEventListener('click', () => press(button.dataset.report));
  });
  const uuid = () => crypto.randomUUID ? crypto.randomUUID()
    : '10000000-1000-4000-8000-100000000000'.replace(/[018]/g, (c) => (c ^ crypto.getRandomValues(new Uint8Array(1))[0] & 15 >> c / 4).toString(16));

  function body(report) {
    const data = new URLSearchParams(new FormData(form));
    // an arrival counts nobody anew
    if (report === 'ARRIVED' && kept.state === 'DEPARTED') {
      const remark = data.get('remark');
      return new URLSearchParams({ remark: remark }).toString();
    }
    return data.toString();
  }

  function press(report) {
    const remark = form.elements.remark.value.trim();
    if (ORDER.indexOf(kept.state) >= ORDER.indexOf(report) && remark === '') {
      tell(told.dataset.done.replace('{0}', names[report]));
      form.elements.remark.focus();
      return;
    }
    tell('');
    kept.entries.push({ id: uuid(), report: report, made: Date.now(), body: body(report), state: 'waiting', words: '' });
    kept.state = report;
    form.elements.remark.value = '';
    kept.fields = inputs().map((input) => input.value);
    keep();
    show();
    send();
  }

  function tell(text) {
    told.textContent = text;
    told.hidden = text === '';
  }

  async function send() {
    const entry = open()[0];
    if (sending || !entry || entry.state !== 'waiting') {
      return;
    }
    sending = true;
    clearTimeout(timer);
    const data = new URLSearchParams(entry.body);
    data.set('report', entry.report);
    data.set('sending', entry.id);
    data.set('seen', kept.seen);
    data.set('secondsAgo', Math.max(0, Math.round((Date.now() - entry.made) / 1000)));
    let answer = null;
    try {
      const response = await fetch(location.pathname, { method: 'POST', body: data, headers: { 'Accept': 'application/json' }, signal: AbortSignal.timeout(20000) });
      answer = (response.headers.get('Content-Type') || '').includes('json') && response.status < 500 ? await response.json() : null;
    } catch (lost) {
      answer = null;
    }
    sending = false;
    if (answer && answer.outcome) {
      taken(entry, answer);
    } else {
      // kept, and tried again: later each time, at once when the connection is back
      timer = setTimeout(send, wait);
      wait = Math.min(LONGEST_WAIT, wait * 2);
    }
    keep();
    show();
    if (entry.state === 'sent') {
      send();
    } else if (entry.state !== 'waiting') {
      list.querySelector('.' + entry.state).scrollIntoView({ block: 'center' });
    }
  }

  function taken(entry, answer) {
    wait = FIRST_WAIT;
    entry.words = answer.words;
    if (answer.outcome === 'RECORDED' || answer.outcome === 'AGAIN') {
      entry.state = 'sent';
      entry.body = '';
      kept.seen = answer.seen;
      return;
    }
    entry.state = answer.outcome === 'CONFLICT' ? 'conflict' : 'refused';
    entry.known = answer.seen;
    entry.now = answer.state;
  }

  /** Held up: sent with what is in the form now, knowing what was reported meanwhile; or given up. */
  function resend(entry) {
    kept.seen = entry.known || kept.seen;
    kept.state = entry.now || kept.state;
    entry.body = body(entry.report);
    kept.state = entry.report;
    entry.state = 'waiting';
    form.elements.remark.value = '';
    keep();
    show();
    send();
  }
  function drop(entry) {
    kept.entries = kept.entries.filter((other) => other !== entry);
    kept.seen = entry.known || kept.seen;
    kept.state = entry.now || kept.state;
    keep();
    show();
    send();
  }

  function show() {
    const waiting = open().length;
    const held = open().some((entry) => entry.state !== 'waiting');
    connection.className = 'connection ' + (waiting ? 'waiting' : kept.entries.length ? 'all' : '');
    connection.textContent = held ? connection.dataset.stopped : waiting ? connection.dataset.waiting.replace('{0}', waiting) : kept.entries.length ? connection.dataset.all : connection.dataset.none;
    if (names[kept.state]) {
      document.getElementById('state').textContent = names[kept.state];
    }
    list.replaceChildren(...kept.entries.slice().reverse().map(function (entry) {
      const item = document.createElement('li');
      item.className = entry.state;
      const state = document.createElement('b');
      state.textContent = words[entry.state];
      const at = new Date(entry.made).toLocaleTimeString('zh-CN', { hour12: false, hour: '2-digit', minute: '2-digit' });
      item.append(at + ' ' + names[entry.report] + ' ', state);
      if (entry.words && entry.state !== 'sent') {
        const why = document.createElement('p');
        why.textContent = entry.words;
        item.append(why);
        [[words.resend, resend, 'resend'], [words.drop, drop, 'drop']].forEach(function (choice) {
          const button = document.createElement('button');
          button.type = 'button';
          button.className = choice[2];
          button.textContent = choice[0];
          button.addEventListener('click', () => choice[1](entry));
          item.append(button);
        });
      }
      return item;
    }));
  }

  addEventListener('online', () => { wait = FIRST_WAIT; send(); });
  document.addEventListener('visibilitychange', () => { if (!document.hidden) { send(); } });
  keep();
  show();
  send();

  // ---- opens again without a connection; needs https, or this machine itself
  if (navigator.serviceWorker && window.caches) {
    navigator.serviceWorker.register(door.dataset.worker, { scope: door.dataset.scope })
      .then(() => caches.open('door-1'))
      .then((cache) => cache.addAll([location.pathname].concat(Array.from(document.querySelectorAll('link[href], script[src]'), (one) => one.href || one.src))))
      .then(() => { door.dataset.kept = 'true'; }, () => {});
  }
})();
