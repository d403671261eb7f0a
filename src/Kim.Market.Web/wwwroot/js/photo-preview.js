// Shows a photo before it is sent.
document.addEventListener('change', (event) => {
  const box = event.target.closest('.photo-drop');
  const [file] = event.target.files ?? [];
  if (!box || !file) return;

  const picture = new Image();
  picture.src = URL.createObjectURL(file);
  picture.alt = file.name;
  picture.onload = () => URL.revokeObjectURL(picture.src);
  box.querySelector('img')?.remove();
  box.prepend(picture);
});
