import './style.css';
import './book/book.css';
import './book/lists.css';
import './give/give.css';
import './give/form.css';
import './give/gift.css';
import './give/goods.css';
import './give/lists.css';
import './give/client-give';

// Pages are whole without this. What it adds, each part finds by itself in the page.
export {};
