// What was typed into a form with data-keep outlives a lost connection and a closed tab; it goes once it is saved.
const drawer = (name) => `pasar-kim:${name}`;
const kept = (name) => {
  try {
    return JSON.parse(localStorage.getItem(drawer(name)) ?? 'null');
  } catch {
    return null;
  }
};
const fields = (form) => [...form.elements].filter((field) => field.name && !['hidden', 'file', 'password', 'submit', 'button'].includes(field.type));

const saved = document.querySelector('[data-forget]')?.dataset.forget;
if (saved) localStorage.removeItem(drawer(saved));

document.querySelectorAll('form[data-keep]').forEach((form) => {
  const name = form.dataset.keep;
  const before = kept(name);
  if (before && form.querySelector('[data-kept][data-fresh]')) {
    fields(form).forEach((field) => { if (field.name in before) field.value = before[field.name]; });
    form.querySelector('[data-kept]').removeAttribute('hidden');
  }

  form.addEventListener('input', () => {
    const typed = Object.fromEntries(fields(form).map((field) => [field.name, field.value]));
    try {
      localStorage.setItem(drawer(name), JSON.stringify(typed));
    } catch {
      // a full or forbidden store keeps nothing; the form works all the same
    }
  });

  form.querySelector('[data-forget-now]')?.addEventListener('click', () => {
    localStorage.removeItem(drawer(name));
    location.reload();
  });
});
