// The board of the day. Rows are refreshed in place; the one with the focus, or with something typed, waits.
(function () {
  const page = document.querySelector('.day[data-live]');
  if (!page) {
    return;
  }
  const typed = (row) => Array.from(row.querySelectorAll('input')).some((input) => input.type !== 'hidden' && input.value !== input.defaultValue);

  function take(next, pressed) {
    let waiting = false;
    next.querySelectorAll('.live[id]').forEach(function (fresh) {
      const old = document.getElementById(fresh.id);
      if (!old || old.outerHTML === fresh.outerHTML) {
        return;
      }
      const focused = old.contains(document.activeElement);
      if (old.id !== pressed && (focused && old.tagName === 'TR' || typed(old))) {
        waiting = true;
        return;
      }
      const again = focused && document.activeElement.className;
      old.replaceWith(document.importNode(fresh, true));
      const now = document.getElementById(fresh.id);
      if (old.id === pressed) {
        (now.querySelector('.press button') || now).focus();
      } else if (focused) {
        (now.getElementsByClassName(again || ' ')[0] || now).focus();
      }
    });
    const here = document.querySelectorAll('tr.live').length;
    // trips came or went: the whole page, unless somebody is at work in it
    if (next.querySelectorAll('tr.live').length !== here && !waiting && !page.contains(document.activeElement)) {
      location.reload();
    }
  }

  const parse = (html) => new DOMParser().parseFromString(html, 'text/html');

  function refresh() {
    if (document.hidden) {
      return;
    }
    fetch(location.href, { headers: { 'Accept': 'text/html' } }).then(function (response) {
      if (response.ok && !response.redirected) {
        response.text().then((html) => take(parse(html), null));
      }
    }, function () {});
  }
  setInterval(refresh, Number(page.dataset.live) * 1000);

  // One press: the row answers at once, the page stays where it is. A refusal leads to the trip's page, which says why.
  document.addEventListener('submit', function (event) {
    const form = event.target;
    if (!form.matches('form.press') || event.defaultPrevented) {
      return;
    }
    event.preventDefault();
    const row = form.closest('tr');
    const data = new URLSearchParams(new FormData(form, event.submitter));
    row.setAttribute('aria-busy', 'true');
    fetch(form.action, { method: 'POST', body: data }).then(function (response) {
      response.text().then(function (html) {
        if (response.ok && response.redirected) {
          row.querySelectorAll('input').forEach((input) => { input.value = input.defaultValue; });
          take(parse(html), row.id);
        } else {
          const refused = parse(html).querySelector('.refusal');
          row.removeAttribute('aria-busy');
          let told = row.querySelector('.refusal');
          if (!told) {
            told = document.createElement('p');
            told.className = 'refusal';
            told.setAttribute('role', 'alert');
            form.parentElement.append(told);
          }
          told.textContent = refused ? refused.textContent : response.status;
        }
      });
    }, () => form.submit());
  });

  // Keys on a row: up and down to the next one, 1 to 3 for the states, 4 for the minutes of a delay, Enter for the trip.
  document.getElementById('keys')?.removeAttribute('hidden');
  document.querySelectorAll('tr.live').forEach((row, index) => { if (index === 0) { row.tabIndex = 0; } });
  document.addEventListener('keydown', function (event) {
    const row = event.target.closest && event.target.closest('tr.live');
    if (!row || event.target.matches('input, select, textarea') || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const report = { 1: 'ASSEMBLING', 2: 'DEPARTED', 3: 'ARRIVED' }[event.key];
    const other = { ArrowDown: row.nextElementSibling, ArrowUp: row.previousElementSibling }[event.key];
    const button = report && row.querySelector('button[value=' + report + ']');
    const minutes = event.key === '4' && row.querySelector('[name=minutes]');
    if (other) {
      other.focus();
    } else if (button) {
      button.click();
    } else if (minutes) {
      minutes.focus();
    } else if (event.key === 'Enter' && event.target === row) {
      row.querySelector('a').click();
    } else {
      return;
    }
    event.preventDefault();
  });
})();
