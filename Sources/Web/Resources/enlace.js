'use strict';
// Everything works without this file; it only makes some things quicker or safer.
(() => {
  // The one policy name that the Content-Security-Policy allows is taken here, with no rules, so
  // that no other script can make markup, script or script addresses out of text.
  if (window.trustedTypes) trustedTypes.createPolicy('app', {});

  // Leaving: hide at once, then replace this page, so that Back does not return to it.
  const leaveLink = document.querySelector('[data-leave]');
  const leave = () => {
    document.documentElement.classList.add('leaving');
    document.title = '…';
    location.replace(leaveLink.href);
  };
  if (leaveLink) {
    leaveLink.addEventListener('click', (event) => {
      event.preventDefault();
      leave();
    });
    let presses = [];
    document.addEventListener('keydown', (event) => {
      if (event.key !== 'Shift') {
        presses = [];
        return;
      }
      if (event.repeat) return;
      presses = presses.filter((time) => event.timeStamp - time < 5000);
      presses.push(event.timeStamp);
      if (presses.length >= 3) leave();
    });
  }
  // A page that the browser kept for Back is fetched anew: it may hold what is no longer open.
  addEventListener('pageshow', (event) => {
    if (event.persisted) location.reload();
  });

  // Acts that cannot be undone ask first, and no form is sent twice by a second tap.
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    if (form.dataset.confirm && !confirm(form.dataset.confirm)) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = 'yes';
    setTimeout(() => delete form.dataset.sent, 4000);
  });

  // On a phone the places are wider than the screen: bring the current one into sight.
  const here = document.querySelector('.places [aria-current]');
  if (here) {
    const places = here.closest('nav');
    const start = places.getBoundingClientRect().left;
    const { left, right } = here.getBoundingClientRect();
    if (right > start + places.clientWidth * 0.85) places.scrollLeft = left - start - 60;
  }

  const errors = document.querySelector('.errors');
  if (errors) errors.focus();
})();
