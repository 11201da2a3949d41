// Changing a draft: forms that ask for what is needed, drag and drop, the effect panel, and what others have done meanwhile.
const root = document.querySelector('.desk');
const detail = document.getElementById('detail');
const effect = document.getElementById('effect');
const news = document.querySelector('.desk-news');
const ASK_MILLIS = 3000;

/** Only the fields that the chosen operation and destination ask for. */
function fields(form) {
  const op = form.elements.op;
  const target = form.elements.target;
  form.querySelectorAll('[data-ops]').forEach((part) => toggle(part, part.dataset.ops.split(' ').includes(op.value)));
  form.querySelectorAll('[data-of]').forEach((part) => toggle(part, target.value === part.dataset.of && !part.closest('[data-ops][hidden]')));
}

function toggle(part, on) {
  part.hidden = !on;
  part.querySelectorAll('input, select').forEach((field) => { field.disabled = !on; });
}

function prepare(within) {
  within.querySelectorAll('form.edit').forEach((form) => {
    fields(form);
    form.addEventListener('input', () => { form.dataset.touched = 'true'; });
    form.addEventListener('change', function (event) {
      form.dataset.touched = 'true';
      if (event.target.name === 'op' || event.target.name === 'target') {
        fields(form);
      } else if (event.target.name === 'part') {
        form.elements.persons.value = event.target.selectedOptions[0].dataset.persons;
      }
    });
  });
}

detail.addEventListener('desk:trip', () => prepare(detail));
prepare(document);

// people of a group who stay behind
document.addEventListener('click', function (event) {
  const board = event.target.closest('button.board');
  if (board) {
    const form = document.getElementById('board-form');
    form.elements.group.value = board.dataset.group;
    form.elements.persons.value = board.dataset.persons;
    form.scrollIntoView({ block: 'nearest' });
    form.elements.target.focus();
  }
  const discard = event.target.closest('#effect .discard');
  if (discard) {
    event.preventDefault();
    close();
  }
});

let before = null;

function close() {
  effect.replaceChildren();
  // what was pressed may have been sent anew since
  const again = before && before.isConnected ? before : before && before.form && document.querySelector('#' + (before.form.id || 'none') + ' button');
  (again || document.querySelector('.desk-rows table')).focus();
}

// answers that say no are shown like those that say yes
document.addEventListener('htmx:beforeSwap', function (event) {
  if (event.detail.target === effect && [409, 422].includes(event.detail.xhr.status)) {
    event.detail.shouldSwap = true;
    event.detail.isError = false;
  }
});
document.addEventListener('htmx:beforeRequest', function (event) {
  if (event.detail.target === effect && !effect.contains(document.activeElement)) {
    before = document.activeElement;
  }
});
document.addEventListener('htmx:afterSwap', function (event) {
  if (event.detail.target === effect) {
    const head = effect.querySelector('h2');
    if (head) {
      head.focus();
    }
  }
});

// drag: a part's row onto a trip of the list
let dragged = null;
detail.addEventListener('dragstart', function (event) {
  const row = event.target.closest('tr[data-part]');
  if (row) {
    dragged = row.dataset.part;
    event.dataTransfer.setData('text/plain', dragged);
    event.dataTransfer.effectAllowed = 'move';
  }
});
detail.addEventListener('dragend', () => { dragged = null; });
const rows = document.querySelector('.desk-rows');
const over = (event) => event.target.closest && event.target.closest('tr[data-vehicle]');
rows.addEventListener('dragover', function (event) {
  const row = over(event);
  rows.querySelectorAll('tr.over').forEach((other) => other !== row && other.classList.remove('over'));
  if (dragged && row) {
    event.preventDefault();
    row.classList.add('over');
  }
});
rows.addEventListener('drop', function (event) {
  const row = over(event);
  const form = document.getElementById('part-form');
  if (!dragged || !row || !form) {
    return;
  }
  event.preventDefault();
  row.classList.remove('over');
  form.elements.part.value = dragged;
  form.elements.op.value = 'move';
  form.elements.target.value = 'trip';
  form.elements.persons.value = form.elements.part.selectedOptions[0].dataset.persons;
  fields(form);
  form.elements.trip.value = row.dataset.vehicle;
  form.requestSubmit();
});

// keys
document.addEventListener('keydown', function (event) {
  const typing = event.target.matches('input, textarea');
  const key = event.key.toLowerCase();
  if (event.key === 'Escape' && effect.firstElementChild) {
    close();
  } else if ((event.ctrlKey || event.metaKey) && !typing && (key === 'z' || key === 'y')) {
    event.preventDefault();
    const button = document.querySelector((key === 'z' && !event.shiftKey ? '#undo' : '#redo') + ' button');
    if (button && !button.disabled) {
      button.form.requestSubmit();
    }
  }
});

// what others do
let version = Number(root.dataset.version);
let asking = false;
let again = false;

async function look() {
  if (asking) {
    again = true;
    return;
  }
  asking = true;
  try {
    const response = await fetch(root.dataset.steps + '?after=' + version);
    if (response.ok) {
      const steps = await response.json();
      if (steps.length) {
        await changed(steps);
      }
    }
  } catch (error) {
    console.warn(error); // asked again soon
  } finally {
    asking = false;
    if (again) {
      again = false;
      look();
    }
  }
}

async function changed(steps) {
  version = steps[steps.length - 1].version;
  steps.filter((step) => !step.mine).forEach(function (step) {
    const line = document.createElement('p');
    line.textContent = step.words + (step.vehicles.length ? '（' + step.vehicles.join('、') + '）' : '');
    news.prepend(line);
  });
  while (news.children.length > 5) {
    news.lastChild.remove();
  }
  await window.chunfengDesk.refresh();
  await side();
  const shown = detail.dataset.trip;
  const touched = detail.querySelector('form[data-touched]');
  const own = steps.every((step) => step.mine);
  // half-typed forms stay as they are; the server finds the same people in the changed draft
  if (shown && (own || !touched)) {
    if (window.chunfengDesk.trip(shown)) {
      await window.chunfengDesk.particulars(shown, false);
    } else {
      detail.replaceChildren();
      delete detail.dataset.trip;
    }
  }
  root.dataset.seen = version;
}

async function side() {
  const panel = document.getElementById('side');
  const open = Array.from(panel.querySelectorAll('details[open]')).map((part) => part.id).filter(Boolean);
  const typed = panel.querySelector('#board-form[data-touched]');
  const values = typed && Object.fromEntries(new FormData(typed));
  const response = await fetch(root.dataset.side, { headers: { 'X-Part': '1' } });
  if (!response.ok) {
    return;
  }
  panel.innerHTML = await response.text();
  open.forEach((id) => { const part = document.getElementById(id); if (part) { part.open = true; } });
  const form = panel.querySelector('#board-form');
  if (form && values) {
    Object.entries(values).filter(([name]) => !['version', '_csrf', 'op'].includes(name) && form.elements[name])
      .forEach(([name, value]) => { form.elements[name].value = value; });
    form.dataset.touched = 'true';
  }
  prepare(panel);
  htmx.process(panel);
}

document.body.addEventListener('desk-changed', look);
setInterval(() => document.hidden || asking || look(), ASK_MILLIS);
