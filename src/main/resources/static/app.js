// Narrow screens: the navigation folds away behind its button. Without JavaScript it stays open.
(function () {
  const button = document.querySelector('.menu-button');
  document.documentElement.classList.add('js');
  if (button) {
    button.addEventListener('click', function () {
      const open = button.getAttribute('aria-expanded') !== 'true';
      button.setAttribute('aria-expanded', String(open));
      document.documentElement.classList.toggle('menu-open', open);
    });
  }
})();

// Events of a run stop coming when the session is over: ask, and go to sign in if so.
document.addEventListener('htmx:sseError', function () {
  const headers = { 'HX-Request': 'true', 'HX-Current-URL': location.href };
  fetch(document.body.dataset.session, { headers: headers }).then(function (response) {
    if (response.status === 401) {
      location.assign(response.headers.get('HX-Redirect'));
    }
  });
});

// A form on a page that has been open for a while: is the session still there? If not, nothing is sent and nothing typed
// is lost; after signing in in another window the same form goes out with a fresh token.
(function () {
  const opened = Date.now();
  const data = document.body.dataset;
  let sure = null;

  function refuse(form) {
    let notice = form.querySelector('.session-ended');
    if (!notice) {
      const link = document.createElement('a');
      link.href = data.session.replace(/session$/, 'sign-in');
      link.target = '_blank';
      link.textContent = data.signIn;
      notice = document.createElement('p');
      notice.className = 'refusal session-ended';
      notice.setAttribute('role', 'alert');
      notice.append(data.sessionEnded + ' ', link);
      form.prepend(notice);
    }
    notice.querySelector('a').focus();
  }

  function renew(token) {
    document.querySelectorAll('input[name=_csrf]').forEach(function (input) {
      input.value = token;
    });
    document.body.setAttribute('hx-headers', JSON.stringify({ 'X-CSRF-TOKEN': token }));
    document.querySelectorAll('.session-ended').forEach((notice) => notice.remove());
  }

  document.addEventListener('submit', function (event) {
    const form = event.target;
    if (!data.session || form.method !== 'post' || form === sure || Date.now() - opened < Number(data.askAfterMillis || 60000)) {
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    const send = function () {
      sure = form;
      form.requestSubmit(event.submitter);
      sure = null;
    };
    fetch(data.session).then(function (response) {
      if (response.status === 401) {
        refuse(form);
      } else if (response.ok) {
        response.text().then(renew).then(send);
      } else {
        send();
      }
    }, send);
  }, true);
})();
