/**
 * <broadsheet-search>: the search of a Broadsheet archive on the owner's own pages.
 *
 *   <script type="module" src="https://search.example/embed/v1/search.js"></script>
 *   <broadsheet-search>
 *     <form role="search" action="https://search.example/search"><input name="q" type="search" aria-label="Search"><button>Search</button></form>
 *   </broadsheet-search>
 *
 * Where script is off, the form inside stays and works. With script, the element shows its own box instead and lists
 * results as one types. A page with a content security policy allows the archive's address under script-src,
 * connect-src and form-action; nothing else is needed: no style, no HTML is ever made from text.
 *
 * Attributes: endpoint (else where this file came from), placeholder, max-results (5), debounce (200 ms), shortcut (a
 * letter, with Ctrl or Command), lang, section, open-in (_self, _blank).
 * Events: broadsheet-search:results {q, total}; broadsheet-search:select {id, url}, which may be cancelled.
 * Style: --broadsheet-paper, -ink, -soft, -rule, -accent, -mark, -font; ::part(form input button panel option title
 * date snippet all message).
 */
const WORDS = {
  en: ['Search', 'All {0} results', 'Nothing was found', 'Results: {0}', 'Search the archive', 'The search does not answer'],
  de: ['Suchen', 'Alle {0} Ergebnisse', 'Nichts gefunden', 'Ergebnisse: {0}', 'Archiv durchsuchen', 'Die Suche antwortet nicht'],
  es: ['Buscar', 'Los {0} resultados', 'No se encontró nada', 'Resultados: {0}', 'Buscar en el archivo', 'El buscador no responde'],
  fr: ['Chercher', 'Les {0} résultats', 'Rien n’a été trouvé', 'Résultats : {0}', 'Chercher dans les archives', 'La recherche ne répond pas'],
  uk: ['Шукати', 'Усі результати: {0}', 'Нічого не знайдено', 'Результатів: {0}', 'Пошук в архіві', 'Пошук не відповідає'],
  ar: ['بحث', 'كل النتائج: {0}', 'لم يُعثر على شيء', 'النتائج: {0}', 'البحث في الأرشيف', 'البحث لا يستجيب'],
};

const STYLE = `
:host { --p: var(--broadsheet-paper, Canvas); --i: var(--broadsheet-ink, CanvasText); --s: var(--broadsheet-soft, GrayText);
  --r: var(--broadsheet-rule, color-mix(in srgb, CanvasText 25%, Canvas)); --a: var(--broadsheet-accent, #9b1c1f);
  display: block; position: relative; color: var(--i); font: 1rem/1.4 var(--broadsheet-font, inherit) }
:host([hidden]) { display: none }
* { box-sizing: border-box }
form { display: flex; gap: .5rem; margin: 0 }
input, button { font: inherit; min-height: 2.75rem; padding: .4rem .75rem; border: 1px solid currentColor; border-radius: 3px; color: inherit; background: var(--p) }
input { flex: 1; min-width: 0 }
button { background: var(--i); color: var(--p); cursor: pointer }
:focus-visible { outline: 3px solid var(--a); outline-offset: 2px }
ul { list-style: none; margin: 3px 0 0; padding: 0; position: absolute; inset-inline: 0; z-index: 99; background: var(--p); border: 1px solid var(--r); box-shadow: 0 8px 24px #0003; max-height: 75vh; overflow: auto }
li { padding: .6rem .75rem; border-top: 1px solid var(--r); cursor: pointer }
li:first-child { border-top: 0 }
li[aria-selected=true], li:hover { background: var(--i); color: var(--p) }
.title { display: block; font-weight: 700 }
.date { display: block; font-size: .8125rem; opacity: .85 }
.snippet { display: block; font-size: .9375rem }
mark { background: var(--broadsheet-mark, Mark); color: var(--broadsheet-mark-ink, MarkText) }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
.message { padding: .6rem .75rem; margin: 3px 0 0; border: 1px solid var(--r); background: var(--p); position: absolute; inset-inline: 0; z-index: 99 }
[hidden] { display: none }
`;

const HERE = new URL('../..', import.meta.url).href;

function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** The text with its marked stretches; offsets count UTF-16 units, as JavaScript does. */
function marked(text, marks) {
  const parts = [];
  let done = 0;
  for (const [start, end] of marks) {
    parts.push(text.slice(done, start), make('mark', {}, text.slice(start, end)));
    done = end;
  }
  return [...parts, text.slice(done)];
}

class BroadsheetSearch extends HTMLElement {
  #input; #list; #status; #message; #form;
  #options = []; #active = -1; #asking = null; #timer = 0; #composing = false;

  connectedCallback() {
    if (!this.shadowRoot) this.#build();
    document.addEventListener('keydown', this.#shortcut);
  }

  disconnectedCallback() {
    document.removeEventListener('keydown', this.#shortcut);
    this.#close();
  }

  get #language() { return this.getAttribute('lang') || this.closest('[lang]')?.lang || 'en'; }
  get #words() { return WORDS[this.#language.slice(0, 2)] ?? WORDS.en; }
  get #endpoint() { return new URL((this.getAttribute('endpoint') || HERE).replace(/\/*$/, '/'), document.baseURI).href; }

  #number(name, otherwise) {
    const value = Number.parseInt(this.getAttribute(name), 10);
    return Number.isFinite(value) && value >= 0 ? value : otherwise;
  }

  #build() {
    const root = this.attachShadow({ mode: 'open', delegatesFocus: true });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    root.adoptedStyleSheets = [sheet];
    const words = this.#words;
    const old = this.querySelector('input[name=q]');
    this.#input = make('input', { part: 'input', type: 'search', name: 'q', dir: 'auto', autocomplete: 'off', enterkeyhint: 'search',
      placeholder: this.getAttribute('placeholder') ?? old?.placeholder ?? '', 'aria-label': old?.getAttribute('aria-label') || words[4],
      role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': 'list' });
    this.#input.value = old?.value ?? '';
    this.#list = make('ul', { id: 'list', part: 'panel', role: 'listbox', 'aria-label': words[4] });
    this.#status = make('p', { class: 'unseen', role: 'status' });
    this.#message = make('p', { class: 'message', part: 'message', 'aria-hidden': 'true' });
    this.#form = make('form', { part: 'form', role: 'search', action: this.#endpoint + 'search', target: this.getAttribute('open-in') || '_self' },
      this.#input, make('button', { part: 'button' }, words[0]));
    const section = this.getAttribute('section');
    if (section) this.#form.append(make('input', { type: 'hidden', name: 'category', value: section }));
    this.#list.hidden = this.#message.hidden = true;
    root.append(this.#form, this.#list, this.#message, this.#status);
    this.#listen();
  }

  #listen() {
    const input = this.#input;
    input.addEventListener('compositionstart', () => { this.#composing = true; });
    input.addEventListener('compositionend', () => { this.#composing = false; this.#later(); });
    input.addEventListener('input', event => { if (!this.#composing && !event.isComposing) this.#later(); });
    input.addEventListener('keydown', event => this.#key(event));
    input.addEventListener('blur', () => this.#close());
    this.#list.addEventListener('pointerdown', event => event.preventDefault());
    this.#list.addEventListener('mousedown', event => event.preventDefault());
    this.#list.addEventListener('click', event => {
      const option = event.target.closest('[role=option]');
      if (option) this.#take(option, event.ctrlKey || event.metaKey);
    });
  }

  #later() {
    clearTimeout(this.#timer);
    this.#asking?.abort();
    this.#timer = setTimeout(() => this.#ask(), this.#number('debounce', 200));
  }

  async #ask() {
    const text = this.#input.value;
    this.#asking?.abort();
    if (!text.trim()) return this.#close();
    const mine = this.#asking = new AbortController();
    const address = new URL('api/v1/search', this.#endpoint);
    const asked = { q: text, size: Math.min(20, Math.max(1, this.#number('max-results', 5))), facets: 'none' };
    for (const [name, value] of Object.entries(asked)) address.searchParams.set(name, value);
    if (this.getAttribute('section')) address.searchParams.set('category', this.getAttribute('section'));
    try {
      const answer = await fetch(address, { signal: mine.signal, credentials: 'omit' });
      if (!answer.ok) throw new Error(answer.status);
      const found = await answer.json();
      if (mine === this.#asking && this.shadowRoot.activeElement === this.#input) this.#show(text, found);
    } catch (error) {
      if (mine === this.#asking && error.name !== 'AbortError') this.#say(this.#words[5]);
    }
  }

  /** Said to the eye and to a screen reader, in place of a list. */
  #say(text) {
    this.#show('', { hits: [], totalAll: 0 });
    this.#message.textContent = this.#status.textContent = text;
    this.#message.hidden = !text;
  }

  #show(text, found) {
    const words = this.#words;
    const count = found.totalAll.toLocaleString(this.#language);
    this.#message.hidden = true;
    this.#options = found.hits.map(hit => this.#option(hit));
    if (found.hits.length) {
      const all = make('li', { part: 'all', role: 'option', 'aria-selected': 'false' }, words[1].replace('{0}', count));
      all.dataset.all = '';
      this.#options.push(all);
    }
    this.#options.forEach((option, i) => { option.id = 'option-' + i; });
    this.#list.replaceChildren(...this.#options);
    this.#list.hidden = !this.#options.length;
    this.#select(-1);
    this.#input.setAttribute('aria-expanded', String(!this.#list.hidden));
    if (!text) return;
    if (!found.hits.length) this.#say(words[2]);
    else this.#status.textContent = words[3].replace('{0}', count);
    this.dispatchEvent(new CustomEvent('broadsheet-search:results', { bubbles: true, composed: true, detail: { q: text, total: found.totalAll } }));
  }

  #option(hit) {
    const option = make('li', { part: 'option', role: 'option', 'aria-selected': 'false', lang: hit.lang || this.#language, dir: 'auto' },
      make('span', { class: 'title', part: 'title' }, hit.title || hit.id));
    if (hit.date) {
      const date = new Date(hit.date).toLocaleDateString(this.#language, { dateStyle: 'long', timeZone: 'UTC' });
      option.append(make('span', { class: 'date', part: 'date' }, date));
    }
    const snippet = hit.snippets[0];
    if (snippet) option.append(make('span', { class: 'snippet', part: 'snippet' }, ...marked(snippet.text, snippet.marks)));
    option.dataset.id = hit.id;
    option.dataset.url = snippet?.link ?? hit.url;
    return option;
  }

  #select(index) {
    this.#options[this.#active]?.setAttribute('aria-selected', 'false');
    this.#active = index;
    const option = this.#options[index];
    if (!option) return this.#input.removeAttribute('aria-activedescendant');
    option.setAttribute('aria-selected', 'true');
    option.scrollIntoView({ block: 'nearest' });
    this.#input.setAttribute('aria-activedescendant', option.id);
  }

  #close() {
    clearTimeout(this.#timer);
    this.#asking?.abort();
    this.#asking = null;
    this.#list.hidden = this.#message.hidden = true;
    this.#options = [];
    this.#select(-1);
    this.#input.setAttribute('aria-expanded', 'false');
  }

  #take(option, aside) {
    if ('all' in option.dataset) return this.#form.requestSubmit();
    const address = new URL(option.dataset.url, document.baseURI);
    const detail = { id: option.dataset.id, url: address.href };
    const event = new CustomEvent('broadsheet-search:select', { bubbles: true, composed: true, cancelable: true, detail });
    if (!/^https?:$/.test(address.protocol) || !this.dispatchEvent(event)) return;
    this.#close();
    const target = aside ? '_blank' : this.getAttribute('open-in') || '_self';
    if (target === '_blank') window.open(address, '_blank', 'noopener');
    else location.assign(address);
  }

  #key(event) {
    if (this.#composing || event.isComposing || event.keyCode === 229) {
      if (event.key === 'Enter') event.preventDefault();
      return;
    }
    const last = this.#options.length - 1;
    const open = !this.#list.hidden;
    const keys = {
      ArrowDown: () => (open ? event.altKey || this.#select(this.#active >= last ? 0 : this.#active + 1) : this.#ask(), true),
      ArrowUp: () => open && (event.altKey ? this.#close() : this.#select(this.#active <= 0 ? last : this.#active - 1), true),
      Enter: () => open && this.#active >= 0 && (this.#take(this.#options[this.#active], event.ctrlKey || event.metaKey), true),
      Escape: () => ((open || !this.#message.hidden ? this.#close() : (this.#input.value = '')), true),
      Home: () => (this.#select(-1), false), End: () => (this.#select(-1), false), Tab: () => (this.#close(), false),
    };
    if (keys[event.key]?.()) event.preventDefault();
  }

  #shortcut = event => {
    const letter = this.getAttribute('shortcut');
    if (!letter || !(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== letter.toLowerCase()) return;
    event.preventDefault();
    this.#input.focus();
    this.#input.select();
  };
}

if (!customElements.get('broadsheet-search')) customElements.define('broadsheet-search', BroadsheetSearch);
