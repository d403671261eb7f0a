// Pages are the same for everyone, so that they can be cached; what belongs to this visitor is filled in here,
// from two cookies that carry no secret: how many things are in the cart, and which desk is theirs.
const cookie = (name) =>
  document.cookie.split('; ').find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);

const fill = () => {
  const inCart = Number(cookie('kim_cart_n'));
  document.querySelectorAll('[data-cart-count]').forEach((count) => {
    count.hidden = !(inCart > 0);
    count.textContent = inCart > 99 ? '99+' : inCart;
  });

  const desk = decodeURIComponent(cookie('kim_desk') ?? '');
  document.querySelectorAll('[data-desks]').forEach((link) => {
    const name = JSON.parse(link.dataset.desks)[desk];
    if (name) {
      link.pathname = link.pathname.replace(/\/masuk$/, desk);
      link.search = '';
      link.textContent = name;
    }
  });
};

fill();
window.addEventListener('pageshow', (event) => event.persisted && fill());
