'use strict';
// Checks a receipt in this browser alone. Written from the C2SP specifications tlog-proof, signed-note,
// tlog-checkpoint, tlog-cosignature (v1) and tlog-policy, and RFC 6962; `enlace verify receipt`
// decides in the same way.
(() => {
  class NotValid extends Error {}
  class CannotCheck extends Error {}
  const notValid = (reason) => { throw new NotValid(reason); };
  const cannotCheck = (reason) => { throw new CannotCheck(reason); };
  const badPolicy = () => cannotCheck('badPolicy');
  const longest = 65536;

  // ---- Bytes and texts ----
  const bytesOf = (text) => new TextEncoder().encode(text);
  const textOf = (bytes, fail) => {
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
      return fail();
    }
  };
  const joined = (...parts) => Uint8Array.from(parts.flatMap((part) => [...part]));
  const hex = (bytes) => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const unhex = (digits) => Uint8Array.from(digits.match(/../g) || [], (pair) => parseInt(pair, 16));
  const sha256 = async (bytes) => new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  // Base64 in its one canonical form, or nothing: else its unused bits could change without a trace.
  const base64 = (text) => {
    try {
      const raw = atob(text);
      return btoa(raw) === text ? Uint8Array.from(raw, (sign) => sign.charCodeAt(0)) : null;
    } catch {
      return null;
    }
  };
  const digest = (text) => {
    const bytes = base64(text);
    return bytes && bytes.length === 32 ? bytes : null;
  };
  // A number below 2^64 without sign and leading zeros, or nothing.
  const decimal = (text) =>
    /^(0|[1-9][0-9]{0,19})$/.test(text) && BigInt(text) < 2n ** 64n ? BigInt(text) : null;

  // ---- Ed25519 ----
  async function verifies(key, signature, message) {
    if (signature.length !== 64) return false;
    try {
      const known = await crypto.subtle.importKey('raw', key, { name: 'Ed25519' }, false, ['verify']);
      return await crypto.subtle.verify({ name: 'Ed25519' }, known, signature, message);
    } catch (error) {
      if (error.name === 'DataError') return false; // No point of the curve: it verifies nothing.
      return cannotCheck('noEd25519');
    }
  }

  // Whether this browser can do what is needed, tried on a signature of RFC 8032 (section 7.1, test 2).
  async function requireCryptography() {
    if (!globalThis.crypto || !crypto.subtle) cannotCheck('notSecure');
    const key = unhex('3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c');
    const signature = unhex(
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da' +
      '085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00');
    const good = await verifies(key, signature, Uint8Array.of(0x72));
    const bad = await verifies(key, signature, Uint8Array.of(0x73));
    if (!good || bad) cannotCheck('noEd25519');
  }

  // ---- Keys (signed-note, "verifier keys") ----
  const isName = (name) => name !== '' && !/[\p{White_Space}+\u0000-\u001f]/u.test(name);

  // Verifiers disagree on signatures under these keys, so none of them is believed: the coordinates of
  // points of low order, and those written as a number of the field's size or more.
  const lowOrder = new Set([
    '00'.repeat(32), `01${'00'.repeat(31)}`, ...['ec', 'ed', 'ee'].map((low) => `${low}${'ff'.repeat(30)}7f`),
    '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
    'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  ]);
  function isRefused(key) {
    const coordinate = hex([...key.slice(0, 31), key[31] & 0x7f]);
    return lowOrder.has(coordinate) || /^(e[d-f]|f[0-9a-f])(ff){30}7f$/.test(coordinate);
  }

  async function readKey(text, algorithm) {
    const [, name, id, rest] = /^([^+]*)\+([^+]*)\+([^]*)$/.exec(text) || badPolicy();
    const blob = base64(rest);
    if (!isName(name) || !/^[0-9a-f]{8}$/i.test(id) || !blob || blob.length !== 33) badPolicy();
    const key = blob.slice(1);
    const hashed = await sha256(joined(bytesOf(`${name}\n`), blob));
    if (blob[0] !== algorithm || isRefused(key) || hex(hashed.slice(0, 4)) !== id.toLowerCase()) badPolicy();
    return { name, id: id.toLowerCase(), key, isWitness: algorithm === 4 };
  }

  // ---- The policy (tlog-policy) ----
  async function readPolicy(bytes) {
    if (bytes.length > longest) badPolicy();
    const [logs, witnesses, rules, members, keys] = [[], [], new Map(), new Set(), new Set()];
    let [groups, quorum] = [0, null];
    const define = (name, rule) => {
      if (name === 'none' || rules.has(name)) badPolicy();
      rules.set(name, rule);
    };
    const add = async (list, text, algorithm) => {
      const key = await readKey(text, algorithm);
      if (list.length >= 64 || keys.has(hex(key.key))) badPolicy();
      keys.add(hex(key.key));
      list.push(key);
      return key;
    };
    for (const line of textOf(bytes, badPolicy).split('\n')) {
      if (/[\u0000-\u0008\u000a-\u001f\u007f]/.test(line)) badPolicy();
      const [kind, ...words] = line.split(/[ \t]+/).filter((word) => word !== '');
      if (kind === undefined || kind.startsWith('#')) continue;
      if (kind === 'log' && (words.length === 1 || words.length === 2)) {
        await add(logs, words[0], 1);
      } else if (kind === 'witness' && (words.length === 2 || words.length === 3)) {
        const witness = await add(witnesses, words[1], 4);
        define(words[0], (signed) => signed.has(witness));
      } else if (kind === 'group' && words.length >= 3) {
        const [name, least, ...names] = words;
        groups += 1;
        if (groups > 64) badPolicy();
        const parts = names.map((part) => {
          if (!rules.has(part) || members.has(part)) badPolicy();
          members.add(part);
          return rules.get(part);
        });
        const number = { any: 1, all: parts.length }[least] ?? Number(decimal(least));
        if (!(number >= 1 && number <= parts.length)) badPolicy();
        define(name, (signed) => parts.filter((part) => part(signed)).length >= number);
      } else if (kind === 'quorum' && words.length === 1 && !quorum) {
        quorum = words[0] === 'none' ? () => true : rules.get(words[0]) || badPolicy();
      } else {
        badPolicy();
      }
    }
    return { logs, witnesses, quorum: quorum || badPolicy() };
  }

  // ---- The receipt (tlog-proof), and the note and checkpoint in it ----
  const malformed = () => notValid('malformed');

  function readReceipt(bytes) {
    if (bytes.length > longest) malformed();
    const text = textOf(bytes, malformed);
    const blank = text.indexOf('\n\n');
    if (blank < 0) malformed();
    const lines = text.slice(0, blank).split('\n');
    if (lines.shift() !== 'c2sp.org/tlog-proof@v1') malformed();
    const after = (word) =>
      lines.length > 0 && lines[0].startsWith(`${word} `) ? lines.shift().slice(word.length + 1) : null;
    const extra = after('extra');
    const leaf = extra === null ? null : base64(extra) || malformed();
    const index = decimal(after('index') ?? '') ?? malformed();
    const proof = lines.map((line) => digest(line) || malformed());
    if (proof.length > 64) malformed();
    if (!leaf || leaf.length !== 32) notValid('noLeafHash');
    return { leaf, index, proof, note: text.slice(blank + 2) };
  }

  function readNote(note) {
    const blank = note.lastIndexOf('\n\n');
    if (/[\u0000-\u0009\u000b-\u001f]/.test(note) || blank < 0 || !note.endsWith('\n')) malformed();
    if (blank + 2 >= note.length) malformed();
    const lines = note.slice(blank + 2, -1).split('\n');
    if (lines.length > 100) malformed();
    const signatures = lines.map((line) => {
      const [dash, name, blob, ...more] = line.split(' ');
      const bytes = base64(blob ?? '');
      if (dash !== '\u2014' || !isName(name ?? '') || !bytes || bytes.length < 5 || more.length > 0) malformed();
      return { name, id: hex(bytes.slice(0, 4)), bytes: bytes.slice(4) };
    });
    return { text: note.slice(0, blank + 1), signatures };
  }

  function readCheckpoint(text) {
    const [origin, size, root, ...more] = text.slice(0, -1).split('\n');
    if (!origin || more.includes('') || root === undefined) malformed();
    return { origin, size: decimal(size) ?? malformed(), root: digest(root) || malformed() };
  }

  // ---- Believing ----
  // A cosignature is a time and a signature over it and the checkpoint (tlog-cosignature, version 1).
  async function holds(signer, signature, text) {
    if (!signer.isWitness) return verifies(signer.key, signature.bytes, bytesOf(text));
    if (signature.bytes.length !== 72) return false;
    const time = BigInt(`0x${hex(signature.bytes.slice(0, 8))}`);
    if (time < 1n || time >= 2n ** 63n) return false;
    const message = bytesOf(`cosignature/v1\ntime ${time}\n${text}`);
    return verifies(signer.key, signature.bytes.slice(8), message);
  }

  // RFC 6962, section 2.1.1, by the algorithm of RFC 9162, section 2.1.3.2.
  async function leads({ leaf, index, proof }, { size, root }) {
    if (index >= size) return false;
    let [node, last, hash] = [index, size - 1n, leaf];
    for (const sibling of proof) {
      if (last === 0n) return false;
      if (node % 2n === 1n || node === last) {
        hash = await sha256(joined([1], sibling, hash));
        while (node % 2n === 0n && node > 0n) [node, last] = [node / 2n, last / 2n];
      } else {
        hash = await sha256(joined([1], hash, sibling));
      }
      [node, last] = [node / 2n, last / 2n];
    }
    return last === 0n && hex(hash) === hex(root);
  }

  // What the receipt proves under the policy; both are bytes. Throws NotValid or CannotCheck.
  async function check(receiptBytes, policyBytes) {
    await requireCryptography();
    const policy = await readPolicy(policyBytes);
    const receipt = readReceipt(receiptBytes);
    const { text, signatures } = readNote(receipt.note);
    const checkpoint = readCheckpoint(text);
    const logKeys = policy.logs.filter((log) => log.name === checkpoint.origin);
    if (logKeys.length === 0) notValid('otherLog');
    const signed = new Map();
    for (const signature of signatures) {
      const signer = [...logKeys, ...policy.witnesses].find(
        (known) => known.name === signature.name && known.id === signature.id);
      if (!signer) continue;
      if (!await holds(signer, signature, text)) notValid('badSignature');
      if (!signed.has(signer)) signed.set(signer, signature);
    }
    if (!logKeys.some((log) => signed.has(log))) notValid('notSigned');
    if (!policy.quorum(signed)) notValid('notQuorate');
    if (!await leads(receipt, checkpoint)) notValid('badProof');
    const witnesses = policy.witnesses.filter((witness) => signed.has(witness)).map((witness) => ({
      name: witness.name,
      time: Number(BigInt(`0x${hex(signed.get(witness).bytes.slice(0, 8))}`)),
    }));
    return {
      outcome: 'verified',
      reason: witnesses.length > 0 ? 'vouched' : 'logAlone',
      origin: checkpoint.origin,
      index: receipt.index,
      leaf: hex(receipt.leaf),
      witnesses,
    };
  }

  // What a clipboard, mail or an editor adds or takes away is no part of what was signed.
  const tidied = (bytes) => {
    const raw = [...bytes].map((byte) => String.fromCharCode(byte)).join('');
    const tidy = raw.replace(/\r\n/g, '\n').replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');
    return Uint8Array.from(`${tidy}\n`, (sign) => sign.charCodeAt(0));
  };

  // The outcome as plain data; what goes wrong in any other way is never a yes. Whoever has many
  // receipts can call it from the browser's console.
  async function checkReceipt(receiptBytes, policyBytes) {
    try {
      if (receiptBytes.length > longest) malformed();
      return await check(tidied(receiptBytes), policyBytes);
    } catch (error) {
      if (error instanceof NotValid) return { outcome: 'notValid', reason: error.message };
      return { outcome: 'cannotCheck', reason: error instanceof CannotCheck ? error.message : 'failed' };
    }
  }
  globalThis.checkReceipt = checkReceipt;

  // ---- The page: every sentence stands in it, in both languages, and the fitting one is shown ----
  const page = document.documentElement;
  const find = (selector) => document.querySelector(selector);
  const findAll = (selector) => [...document.querySelectorAll(selector)];
  const file = async (input) =>
    new Uint8Array(await input.files[0].slice(0, longest + 1).arrayBuffer());
  let shown = { outcome: 'none', witnesses: [] };

  function show() {
    for (const part of findAll('[data-outcome]')) part.hidden = part.dataset.outcome !== shown.outcome;
    for (const part of findAll('[data-reason]')) part.hidden = part.dataset.reason !== shown.reason;
    const { origin, index, leaf, witnesses } = shown;
    for (const part of findAll('[data-value]')) {
      part.textContent = { origin, leaf, index: index?.toLocaleString(page.lang) }[part.dataset.value] ?? '';
    }
    const moment = new Intl.DateTimeFormat(page.lang, { dateStyle: 'long', timeStyle: 'long' });
    find('#witnesses').replaceChildren(...(witnesses ?? []).map(({ name, time }) => {
      const line = document.createElement('li');
      const isDate = Math.abs(time) <= 8.64e12;
      line.textContent = `${name} \u00b7 ${isDate ? moment.format(new Date(time * 1000)) : time}`;
      return line;
    }));
  }

  function speak(language) {
    page.lang = language;
    document.title = `${find(`h1 [lang=${language}]`).textContent} \u00b7 Enlace`;
    for (const button of findAll('[data-to]')) button.hidden = button.dataset.to === language;
    show();
  }

  // Counts what was asked, so that an answer which comes late is not shown beside something else.
  let asked = 0;
  async function run() {
    asked += 1;
    const own = asked;
    const chosen = find('#receipt-file');
    const bytes = chosen.files.length > 0 ? await file(chosen) : bytesOf(find('#receipt-text').value);
    const said = bytes.length === 0
      ? { outcome: 'cannotCheck', reason: 'empty' }
      : await checkReceipt(bytes, policy ?? bytesOf(find('#policy').textContent));
    if (own !== asked) return;
    shown = said;
    show();
    find('#outcome').scrollIntoView({ block: 'nearest' });
  }

  function forget() {
    asked += 1;
    shown = { outcome: 'none' };
    show();
  }

  // A policy that the person chose, in place of the one that came with the page.
  let policy = null;
  find('#policy-file').addEventListener('change', async (event) => {
    policy = event.target.files.length > 0 ? await file(event.target) : null;
    find('#policy-chosen').hidden = policy === null;
    find('#policy-came').hidden = policy !== null;
    forget();
  });
  // One receipt at a time: what was given last is what is checked, and no outcome stands beside another
  // receipt than its own.
  for (const [given, other] of [['#receipt-text', '#receipt-file'], ['#receipt-file', '#receipt-text']]) {
    find(given).addEventListener('input', () => {
      find(other).value = '';
      forget();
    });
  }
  find('#check').addEventListener('click', run);
  for (const button of findAll('[data-to]')) button.addEventListener('click', () => speak(button.dataset.to));
  speak(page.lang);
  find('#tool').hidden = false;
  find('#unable').hidden = true;
})();
