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

// Events of a run stop coming when the session is over: ask once, and go to sign in if so.
document.addEventListener('htmx:sseError', function () {
  fetch(location.href, { headers: { 'HX-Request': 'true', 'HX-Current-URL': location.href } }).then(function (response) {
    const signIn = response.headers.get('HX-Redirect');
    if (response.status === 401 && signIn) {
      location.assign(signIn);
    }
  });
});
