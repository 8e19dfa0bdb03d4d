import './style.css';

// Pages are whole without this. What it adds, each part finds by itself in the page.
export {};
