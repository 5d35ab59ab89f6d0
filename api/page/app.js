// The page shows what /events says and keeps nothing else: each event is drawn whole. Only a rule's
// parameters and its shadow are asked for, now and then.

const silence = 2000; // Milliseconds without an event after which the page is not live.
const retry = 1000; // Milliseconds before the next attempt when the host refused.
const lopsided = 0.8; // The skew, either way, at which the inventory is nearly all one asset.

const byId = id => document.getElementById(id);
const cards = new Map();
const rules = new Map(); // By pair, as /pairs/{pair}/strategy tells of them.
let lastHeard = 0;

/* ---------- drawing ---------- */

function write(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

function make(tag, text, attributes = {}) {
  const element = document.createElement(tag);
  element.textContent = text;
  Object.assign(element.dataset, attributes);
  return element;
}

// Sets of rows change little from event to event: keep the elements, change their words.
function rows(body, items, cells, fill) {
  while (body.rows.length > items.length) body.deleteRow(-1);
  while (body.rows.length < items.length) {
    const row = body.insertRow();
    for (let cell = 0; cell < cells; cell++) row.insertCell();
  }
  items.forEach((item, index) => fill(body.rows[index], item));
}

function grouped(text) {
  const [whole, fraction] = text.replace('-', '−').split('.');
  const spaced = whole.replace(/\B(?=(\d{3})+$)/g, '\u2009');
  return fraction === undefined ? spaced : `${spaced}.${fraction}`;
}

const trimmed = text => grouped(text.includes('.') ? text.replace(/\.?0+$/, '') : text);

function money(text) {
  const value = Number(text);
  const digits = value !== 0 && Math.abs(value) < 1 ? 4 : 2;
  const rounded = grouped(Math.abs(value).toFixed(digits));
  return Number(Math.abs(value).toFixed(digits)) === 0 ? rounded
    : value < 0 ? `−${rounded}` : `+${rounded}`;
}

const clock = time => new Date(time).toLocaleTimeString([], { hour12: false });

const age = milliseconds =>
  milliseconds < 1000 ? `${milliseconds} ms` : `${(milliseconds / 1000).toFixed(1)} s`;

/* ---------- what is wrong ---------- */

// The level and the word for a pair: good, idle (the operator wants it so), warn, bad.
function judge({ problem, status }, alerts) {
  if (problem) return ['bad', 'no answer'];
  if (alerts.length > 0) return ['bad', status.quoting ? 'quoting, but' : 'fault'];
  switch (status.reason) {
    case 'none': return status.quoting ? ['good', 'quoting'] : ['warn', 'not quoting'];
    case 'operator': return ['idle', status.mode];
    case 'noReference': return ['warn', 'no reference'];
    case 'sharpMove': return ['warn', 'sharp move'];
    case 'marketHalted': return ['idle', 'halted'];
    case 'protection': return ['warn', 'protection'];
    case 'sourcesDisagree': return ['warn', 'sources disagree'];
    case 'singleSource': return ['warn', 'one source alone'];
    case 'noLiveSource': return ['bad', 'no live source'];
    default: return ['bad', 'stale reference'];
  }
}

// What must never be, and is said even while the pair quotes.
function faults({ problem, status, statistics, inventory }) {
  if (problem) return [];
  const found = [];
  const check = (wrong, text) => wrong && found.push(text);
  for (const source of status.sources ?? [])
    check(source.state === 'off', `${source.source} is off: ${source.cause}`);
  check(status.ruleFault, `The rule failed: ${status.ruleFault}`);
  check(Number(statistics.pnl.residual) !== 0,
    `Profit and loss do not add up, by ${statistics.pnl.residual}`);
  check(statistics.crossedBooks > 0, `${statistics.crossedBooks} crossed books`);
  check(statistics.selfTrades > 0, `${statistics.selfTrades} self-trades`);
  check(statistics.missedTicks > 0, `${statistics.missedTicks} reference prices were lost`);
  check(Math.abs(Number(inventory.skew)) >= lopsided,
    `The inventory is nearly all ${Number(inventory.skew) < 0 ? 'base' : 'quote'}`);
  return found;
}

/* ---------- a pair ---------- */

function open(pair) {
  const card = byId('pair-template').content.firstElementChild.cloneNode(true);
  const chip = byId('chip-template').content.firstElementChild.cloneNode(true);
  card.id = pair;
  chip.href = `#${pair}`;
  for (const row of card.querySelectorAll('[data-row]')) {
    const bar = row.insertCell();
    bar.className = 'bar';
    bar.append(document.createElement('div'));
    bar.firstChild.append(document.createElement('span'));
    row.insertCell();
  }
  const fields = root => Object.fromEntries(
    [...root.querySelectorAll('[data-field]')].map(found => [found.dataset.field, found]));
  const opened = { card, chip, fields: fields(card), chipFields: fields(chip) };
  cards.set(pair, opened);
  lookAtRule(pair);
  return opened;
}

function draw(event) {
  const opened = cards.get(event.pair) ?? open(event.pair);
  const { card, chip, fields, chipFields } = opened;
  const alerts = faults(event);
  const [level, word] = judge(event, alerts);
  card.dataset.level = chip.dataset.level = level;
  card.classList.toggle('silent', event.problem !== null);
  for (const shown of [fields, chipFields]) {
    write(shown.pair, event.pair);
    write(shown.state, word);
  }
  write(fields.explanation, event.problem ?? event.status.explanation);
  if (fields.alerts.textContent !== alerts.join(''))
    fields.alerts.replaceChildren(...alerts.map(alert => make('li', alert)));
  if (!event.problem) {
    drawReference(fields, event.status);
    drawBook(fields, event);
    drawInventory(fields, event);
    drawProfit(card, fields, event);
    drawService(fields, event);
    drawTrades(fields, event);
  }
  return { ...opened, level };
}

function drawReference(fields, status) {
  const known = status.reference !== null;
  write(fields.reference, known ? grouped(status.reference) : '–');
  write(fields.source,
    known ? `${status.referenceSource}, ${age(status.referenceAgeMs)} old` : 'no reference yet');
}

function drawBook(fields, { book, status }) {
  const own = new Set([...status.bids, ...status.asks].map(level => level.price));
  const largest = Math.max(...[...book.bids, ...book.asks].map(level => Number(level.size)), 0);
  const fill = (row, level) => {
    write(row.cells[0], grouped(level.price));
    write(row.cells[1], level.size);
    row.toggleAttribute('data-own', own.has(level.price));
    row.style.setProperty('--share', `${100 * Number(level.size) / largest}%`);
  };
  rows(fields.asks, [...book.asks].reverse(), 2, fill);
  rows(fields.bids, book.bids, 2, fill);
  const twoSided = book.spreadBps !== null;
  write(fields.middle, twoSided ? `${Number(book.spreadBps).toFixed(2)} bps apart`
    : book.bids.length + book.asks.length === 0 ? 'The book is empty' : 'One-sided');
}

function drawInventory(fields, { pair, inventory }) {
  const [base, quote] = pair.split('-');
  const skew = Number(inventory.skew);
  const leaning = Math.abs(skew) < 0.005 ? 'balanced'
    : `${Math.round(Math.abs(skew) * 100)} % towards ${skew < 0 ? base : quote}`;
  write(fields.baseAsset, base);
  write(fields.quoteAsset, quote);
  write(fields.skew, leaning);
  fields.gauge.setAttribute('aria-label', `Inventory ${leaning}`);
  fields.gauge.style.setProperty('--at', `${50 + 50 * Math.max(-1, Math.min(1, skew))}%`);
  write(fields.base, `${trimmed(inventory.base.total)} ${base}`);
  write(fields.quote, `${grouped(Number(inventory.quote.total).toFixed(2))} ${quote}`);
  write(fields.position, `${trimmed(inventory.position)} ${base}`);
}

function drawProfit(card, fields, { pair, statistics }) {
  const { pnl } = statistics;
  const parts = {
    spread: Number(pnl.spread),
    inventory: Number(pnl.inventory),
    fees: -Number(pnl.fees),
    net: Number(pnl.net),
  };
  const largest = Math.max(...Object.values(parts).map(Math.abs), Number.MIN_VALUE);
  for (const [name, value] of Object.entries(parts)) {
    const [, bar, amount] = card.querySelector(`[data-row="${name}"]`).cells;
    bar.dataset.sign = value < 0 ? 'minus' : 'plus';
    bar.firstChild.firstChild.style.setProperty(
      '--width', `${100 * Math.abs(value) / largest}%`);
    write(amount, money(String(value)));
  }
  write(fields.currency, pair.split('-')[1]);
  write(fields.accounting,
    `realised ${money(pnl.realised)}, unrealised ${money(pnl.unrealised)}, before fees`);
}

function drawService(fields, { pair, status, statistics }) {
  const met = statistics.obligations;
  write(fields.twoSided, met?.twoSidedShare == null ? '–'
    : `${(100 * Number(met.twoSidedShare)).toFixed(2)} % of obliged time`);
  write(fields.ownSpread, met === null ? '–'
    : `${Number(met.meanSpreadBps).toFixed(2)} bps, at most ${
      Number(met.maxSpreadBps).toFixed(2)}`);
  write(fields.volume, `${trimmed(statistics.volume24h)} ${pair.split('-')[0]}`);
  write(fields.rule, `${status.strategy} ${status.strategyVersion.slice(0, 8)}`);
  drawRule(fields, rules.get(pair));
}

function drawRule(fields, rule) {
  const parameters = rule?.parameters.map(({ name, value, unit, min, max }) =>
    `${name} ${value}${unit && ` ${unit}`} (${min} to ${max})`) ?? [];
  write(fields.parameters, parameters.join(', ') || 'none of its own');
  const difference = rule?.shadow?.comparison?.difference;
  write(fields.shadow, !rule?.shadow ? 'none'
    : `${rule.shadow.version.slice(0, 8)}: ${difference
      ? `net ${money(difference.net)}, ${difference.fills} fills against the rule in force`
      : 'waits for the market'}`);
}

async function lookAtRule(pair) {
  try {
    const response = await fetch(`/pairs/${pair}/strategy`);
    if (response.ok) rules.set(pair, await response.json());
  } catch {
    // A lost connection is the events' to tell.
  }
}

function drawTrades(fields, { statistics, trades }) {
  write(fields.trades,
    statistics.trades === 0 ? 'none yet' : `of ${grouped(String(statistics.trades))}`);
  rows(fields.tape, trades, 4, (row, trade) => {
    write(row.cells[0], clock(trade.at));
    write(row.cells[1], trade.side);
    row.cells[1].dataset.side = trade.side;
    write(row.cells[2], grouped(trade.price));
    write(row.cells[3], trade.size);
  });
}

/* ---------- the page ---------- */

function show({ simulation, pairs }) {
  byId('simulation').hidden = simulation === null;
  write(byId('simulation').lastElementChild, simulation ?? '');
  const drawn = pairs.map(draw);
  arrange(byId('pairs'), drawn.map(pair => pair.card));
  arrange(byId('overview'), drawn.map(pair => pair.chip));
  if (pairs.length === 0)
    byId('pairs').replaceChildren(
      make('p', 'No pair has a maker yet. GET /pairs/{pair} makes one.'));
  const count = level => drawn.filter(pair => pair.level === level).length;
  const wrong = count('bad') + count('warn');
  const summary = [
    [count('good'), 'quoting'], [wrong, 'to look at'], [count('idle'), 'off by the operator'],
  ].filter(([number]) => number > 0).map(([number, words]) => `${number} ${words}`).join(', ');
  write(byId('summary'), summary || 'No pair is active');
  document.title = wrong > 0 ? `(${wrong}) MarketMaker` : 'MarketMaker';
}

function arrange(parent, children) {
  const present = [...parent.children];
  if (present.length !== children.length || present.some((child, at) => child !== children[at]))
    parent.replaceChildren(...children);
}

function tell(level, text) {
  const pill = byId('connection');
  pill.dataset.level = level;
  write(pill, text);
  document.body.classList.toggle('offline', level === 'bad');
}

function connect() {
  const source = new EventSource('/events');
  source.addEventListener('pairs', message => {
    lastHeard = Date.now();
    tell('good', 'live');
    show(JSON.parse(message.data));
  });
  // A lost connection is retried by the browser; one that the host refused is not.
  source.addEventListener('error', () => {
    if (source.readyState === EventSource.CLOSED) setTimeout(connect, retry);
  });
}

setInterval(() => {
  if (Date.now() - lastHeard <= silence) return;
  tell('bad', lastHeard === 0 ? 'disconnected' : `disconnected since ${clock(lastHeard)}`);
  if (document.title.startsWith('⚠')) return;
  document.title = '⚠ disconnected – MarketMaker';
}, 500);

setInterval(() => [...cards.keys()].forEach(lookAtRule), 5_000);
connect();
