// A second implementation of the draw, written apart from the one in Python and sharing nothing with it but the rules
// (docs/boc-tham.md). It reads one protocol, draws again and compares. It never calls the network.
"use strict";

const AncuDraw = (() => {
  const NOTHING = "-", ALL = "*";
  const PARTS = ["plan", "list", "freeze", "seed", "result", "withdrawals"];
  const DRAWN = PARTS.slice(0, 5);

  // ---- SHA-256, since pages from disk may not have the browser's own -------------------------------------------------
  const K = new Uint32Array(64);
  const START = new Uint32Array(8);
  (() => {
    // The constants are the fractional parts of roots of the first primes.
    let found = 0;
    for (let n = 2; found < 64; n++) {
      let prime = true;
      for (let d = 2; d * d <= n; d++) if (n % d === 0) { prime = false; break; }
      if (!prime) continue;
      if (found < 8) START[found] = fraction(BigInt(n), 2n);
      K[found++] = fraction(BigInt(n), 3n);
    }
    function fraction(n, power) { // the first 32 bits behind the point of the root of n
      const scaled = n << (32n * power);
      let low = 0n, high = 1n << 40n;
      while (low < high) {
        const middle = (low + high + 1n) >> 1n;
        if (middle ** power <= scaled) low = middle; else high = middle - 1n;
      }
      return Number(low & 0xffffffffn);
    }
  })();
  const W = new Uint32Array(64);

  function digest(bytes) {
    const size = bytes.length, padded = new Uint8Array(((size + 8 >> 6) + 1) * 64);
    padded.set(bytes);
    padded[size] = 0x80;
    const view = new DataView(padded.buffer);
    view.setUint32(padded.length - 8, Math.floor(size / 0x20000000));
    view.setUint32(padded.length - 4, (size << 3) >>> 0);
    const h = START.slice();
    for (let at = 0; at < padded.length; at += 64) {
      for (let i = 0; i < 16; i++) W[i] = view.getUint32(at + 4 * i);
      for (let i = 16; i < 64; i++) {
        const x = W[i - 15], y = W[i - 2];
        const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
        const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
        W[i] = (W[i - 16] + s0 + W[i - 7] + s1) | 0;
      }
      let [a, b, c, d, e, f, g, k] = h;
      for (let i = 0; i < 64; i++) {
        const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
        const t1 = (k + s1 + ((e & f) ^ (~e & g)) + K[i] + W[i]) | 0;
        const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
        const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
        k = g; g = f; f = e; e = (d + t1) | 0; d = c; c = b; b = a; a = (t1 + t2) | 0;
      }
      [a, b, c, d, e, f, g, k].forEach((word, i) => { h[i] += word; });
    }
    return h;
  }

  const utf8 = new TextEncoder();
  const sha256 = text => Array.from(digest(utf8.encode(text)), word => word.toString(16).padStart(8, "0")).join("");

  // ---- chance --------------------------------------------------------------------------------------------------------
  const RANGE = 2 ** 48;

  function stream(seed, label) {
    let drawn = 0;
    return bound => {
      const limit = RANGE - RANGE % bound;
      for (;;) {
        const [first, second] = digest(utf8.encode(`${seed}\t${label}\t${drawn++}`));
        const number = first * 65536 + (second >>> 16);
        if (number < limit) return number % bound;
      }
    };
  }

  function shuffled(items, seed, label) {
    const found = items.slice(), below = stream(seed, label);
    for (let last = found.length - 1; last > 0; last--) {
      const other = below(last + 1);
      [found[last], found[other]] = [found[other], found[last]];
    }
    return found;
  }

  // ---- texts ---------------------------------------------------------------------------------------------------------
  class BadText extends Error {}
  const CONTROL = /[\u0000-\u001f\u007f-\u009f]/;

  function rowsOf(kind, text) {
    const lines = text.split("\n");
    if (lines[0] !== `${kind}\t1` || lines.pop() !== "" || text !== text.normalize("NFC")) throw new BadText(kind);
    const rows = lines.slice(1).map(line => line.split("\t"));
    if (rows.some(row => row.some(cell => cell === "" || CONTROL.test(cell)))) throw new BadText(kind);
    return rows;
  }

  const textOf = (kind, rows) => [[kind, "1"], ...rows].map(row => row.join("\t") + "\n").join("");

  const ANSWERS = new Map(Object.entries({rounding: "down nearest up", counted: "registered eligible", types: "together separate",
    which_flat: "agreed lot", leftover: "keep common", two_groups: "first stop", two_children: "law decree",
    unproven_group: "stop outside", filing_tie: "lot stop", reserve: "none numbered", withdrawal: "return reserve"}));

  function planOf(text) {
    const kind = "ancu-draw-plan", names = ["project", "procedure", "title", "programme", "intake", "set_aside",
      "counted", "order", "base"];
    const plan = {flats: [], group: new Map(), option: new Map(), supervisor: new Map(), public: null};
    for (const row of rowsOf(kind, text)) {
      const [name, ...rest] = row;
      if (name === "flat" && rest.length === 2) plan.flats.push({type: rest[0], code: rest[1]});
      else if (name === "public" && rest.length === 3) plan.public = {kind: rest[0], which: rest[1], at: rest[2]};
      else if (["group", "option", "supervisor"].includes(name) && rest.length === 2 && !plan[name].has(rest[0]))
        plan[name].set(rest[0], rest[1]);
      else if (names.includes(name) && rest.length === 1 && !(name in plan)) plan[name] = rest[0];
      else throw new BadText(kind);
    }
    const known = {set_aside: ["share", "all"], counted: ["registered", "eligible"], order: ["groups", "filing", "lot"]};
    if (names.some(name => !(name in plan)) || !/^[0-9]{1,9}$/.test(plan.base) || !plan.public || !plan.flats.length
        || Object.keys(known).some(name => !known[name].includes(plan[name]))
        || [...plan.option].some(([point, answer]) => !(ANSWERS.get(point) ?? "").split(" ").includes(answer))) throw new BadText(kind);
    plan.base = Number(plan.base);
    const unasked = {rounding: "down", types: "together", which_flat: "agreed", leftover: "keep", reserve: "none",
      withdrawal: "return"};
    plan.chosen = point => plan.option.get(point) ?? unasked[point];
    plan.separate = plan.chosen("types") === "separate";
    const types = [...new Set(plan.flats.map(flat => flat.type))];
    plan.stocks = plan.separate ? types.map(type => [type, plan.flats.filter(flat => flat.type === type)])
      : [[ALL, plan.flats]];
    return plan;
  }

  function listOf(text) {
    const kind = "ancu-draw-list", head = ["rulebook", "programme", "list_sha256", "run_sha256"];
    const rows = rowsOf(kind, text), seen = new Set();
    if (head.some((name, i) => !rows[i] || rows[i].length !== 2 || rows[i][0] !== name)) throw new BadText(kind);
    return rows.slice(head.length).map((row, i) => {
      const [name, number, id, status, standing, groups, type, filed, record] = row;
      if (row.length !== 9 || name !== "dossier" || number !== String(i + 1) || seen.has(id)
          || !["eligible", "ineligible"].includes(status) || !["final", "provisional"].includes(standing))
        throw new BadText(kind);
      seen.add(id);
      return {id, eligible: status === "eligible", groups: groups === NOTHING ? [] : groups.split(","), type, filed,
        record};
    });
  }

  function freezeOf(text) {
    const kind = "ancu-draw-freeze", names = ["frozen_at", "plan_sha256", "list_sha256", "secret_sha256"];
    const rows = rowsOf(kind, text);
    if (rows.length !== 4 || names.some((name, i) => rows[i].length !== 2 || rows[i][0] !== name))
      throw new BadText(kind);
    return Object.fromEntries(rows);
  }

  function seedOf(text) {
    const kind = "ancu-draw-seed", rows = rowsOf(kind, text), said = rows.slice(2, -1), last = rows[rows.length - 1];
    const roles = said.map(row => row[1]);
    if (rows.length < 3 || rows[0].length !== 2 || rows[0][0] !== "freeze_sha256" || rows[1].length !== 2
        || rows[1][0] !== "secret" || last.length !== 4 || last[0] !== "public"
        || said.some(row => row.length !== 3 || row[0] !== "contribution") || new Set(roles).size !== roles.length)
      throw new BadText(kind);
    return {freeze: rows[0][1], secret: rows[1][1], roles, public: last.slice(1)};
  }

  // ---- the draw ------------------------------------------------------------------------------------------------------
  function draw(plan, dossiers, seed) {
    const counts = [], wins = [], left = [];
    let losers = [];
    const groupsOf = one => [...plan.group.keys()].filter(group => one.groups.includes(group));

    function setAside(flats, among) {
      const eligible = among.filter(one => one.eligible);
      const counted = plan.counted === "registered" ? among : eligible;
      const priority = counted.filter(one => groupsOf(one).length).length;
      const base = plan.separate ? flats : plan.base;
      const takers = eligible.filter(one => groupsOf(one).length).length;
      let number = 0;
      if (eligible.length > flats && plan.set_aside === "all") number = Math.min(takers, flats);
      else if (eligible.length > flats) {
        const part = (priority * base) % counted.length, whole = (priority * base - part) / counted.length;
        const more = {down: false, nearest: 2 * part >= counted.length, up: part > 0}[plan.chosen("rounding")];
        number = Math.min(whole + (more ? 1 : 0), takers, flats);
      }
      return {eligible: eligible.length, flats, priority, counted: counted.length, base, number};
    }

    function priorityRounds(stock, number, eligible) {
      const having = [], some = eligible.filter(one => groupsOf(one).length);
      if (plan.order === "filing") {
        const byTime = shuffled(some, seed, `filing|${stock}`);
        byTime.sort((one, other) => one.filed < other.filed ? -1 : one.filed > other.filed ? 1 : 0);
        byTime.slice(0, number).forEach((one, i) => having.push(["priority", groupsOf(one)[0], i + 1, one]));
        return having;
      }
      const byGroup = plan.order === "groups"
        ? [...plan.group.keys()].map(name => [name, some.filter(one => groupsOf(one)[0] === name)])
        : [[NOTHING, some]];
      let room = number;
      for (const [group, members] of byGroup) {
        const lots = members.length > room;
        const taken = lots ? shuffled(members, seed, `priority|${stock}|${group}`).slice(0, room) : members;
        taken.forEach((one, i) => having.push([lots ? "priority_lot" : "priority", group, i + 1, one]));
        room -= taken.length;
      }
      return having;
    }

    function winnersOf(stock, count, eligible) {
      if (count.eligible <= count.flats) return eligible.map((one, i) => ["no_lot", NOTHING, i + 1, one]);
      const first = priorityRounds(stock, count.number, eligible), have = new Set(first.map(win => win[3].id));
      const rest = shuffled(eligible.filter(one => !have.has(one.id)), seed, `common|${stock}`);
      return first.concat(rest.slice(0, count.flats - first.length).map((one, i) => ["common", NOTHING, i + 1, one]));
    }

    for (const [stock, flats] of plan.stocks) {
      const among = dossiers.filter(one => stock === ALL || one.type === stock);
      const count = setAside(flats.length, among), eligible = among.filter(one => one.eligible);
      const winners = winnersOf(stock, count, eligible);
      const given = plan.chosen("which_flat") === "lot" ? shuffled(flats, seed, `flats|${stock}`)
        : flats.map(flat => ({type: plan.separate ? flat.type : NOTHING, code: NOTHING}));
      const won = new Set(winners.map(win => win[3].id));
      counts.push([stock, count.eligible, count.flats, count.priority, count.counted, count.base, count.number]);
      winners.forEach(([how, group, place, one], i) => wins.push({stock, how, group, place, id: one.id, flat: given[i]}));
      eligible.filter(one => !won.has(one.id)).forEach(one => losers.push([stock, one]));
      left.push(...given.slice(winners.length));
    }
    if (plan.separate && plan.chosen("leftover") === "common") {
      const flats = shuffled(left, seed, "flats|leftover"), again = new Set();
      shuffled(losers, seed, "leftover").slice(0, flats.length).forEach(([stock, one], i) => {
        again.add(one.id);
        wins.push({stock, how: "leftover", group: NOTHING, place: i + 1, id: one.id, flat: flats[i]});
      });
      losers = losers.filter(([, one]) => !again.has(one.id));
    }
    const numbered = plan.chosen("reserve") === "numbered", others = [];
    for (const [stock] of plan.stocks) {
      let here = losers.filter(([of]) => of === stock).map(([, one]) => one.id);
      if (numbered) here = shuffled(here, seed, `reserve|${stock}`);
      here.forEach((id, i) => others.push({stock, id, place: i + 1}));
    }
    return {counts, wins, others, numbered};
  }

  function resultText(result, seed, drawnAt) {
    return textOf("ancu-draw-result", [
      ["drawn_at", drawnAt], ["seed", seed],
      ...result.counts.map(count => ["counted", ...count]),
      ...result.wins.map(win => ["won", win.stock, win.how, win.group, win.place, win.id, win.flat.type, win.flat.code]),
      ...result.others.map(one => result.numbered ? ["reserve", one.stock, one.place, one.id]
        : ["not_won", one.stock, one.id]),
    ]);
  }

  function withdrawalsText(plan, result, text, resultSha) {
    const kind = "ancu-draw-withdrawals", holders = new Map(result.wins.map(win => [win.id, win.flat]));
    let waiting = result.others.slice();
    const rows = rowsOf(kind, text).slice(1).map((row, i) => {
      if (row.length !== 8 || row[0] !== "withdrawn") throw new BadText(kind);
      const [, , at, id, , , , why] = row, flat = holders.get(id), standing = waiting.filter(one => one.id !== id);
      if (!flat && standing.length === waiting.length) throw new BadText(kind);
      holders.delete(id);
      waiting = standing;
      let next;
      if (flat && plan.chosen("withdrawal") === "reserve" && result.numbered) {
        const stock = plan.separate ? flat.type : ALL;
        next = waiting.find(one => one.stock === stock);
      }
      if (next) {
        holders.set(next.id, flat);
        waiting = waiting.filter(one => one.id !== next.id);
      }
      return ["withdrawn", i + 1, at, id, flat ? flat.type : NOTHING, flat ? flat.code : NOTHING,
        next ? next.id : NOTHING, why];
    });
    return textOf(kind, [["result_sha256", resultSha], ...rows]);
  }

  // ---- verifying -----------------------------------------------------------------------------------------------------
  const worst = verdicts => verdicts.includes("fail") ? "fail" : verdicts.includes("unknown") ? "unknown" : "pass";
  const isText = value => typeof value === "string" && value.isWellFormed?.() !== false;

  function read(content) {
    let said;
    try { said = JSON.parse(content); } catch { return null; }
    if (said === null || typeof said !== "object" || said.ancu_draw !== 1) return null;
    const names = PARTS.filter(name => name in said), digests = said.sha256;
    if (digests === null || typeof digests !== "object" || Array.isArray(digests)) return null;
    if (Object.keys(said).length !== names.length + 2 || Object.keys(digests).length !== names.length
        || PARTS.slice(0, 3).some(name => !(name in said))
        || names.some(name => !isText(said[name]) || !isText(digests[name]))) return null;
    return said;
  }

  const GENESIS = 1692803367, PERIOD = 3, VIETNAM = 7 * 3600;

  function timeOfRound(number) {
    if (!/^[1-9][0-9]{0,8}$/.test(number)) return null;
    const seconds = GENESIS + (Number(number) - 1) * PERIOD + VIETNAM;
    return new Date(seconds * 1000).toISOString().replace(".000Z", "+07:00");
  }

  function normalValue(kind, written) {
    const value = written.normalize("NFC").trim().split(/\s+/).join(" ");
    return kind === "drand" ? value.replaceAll(" ", "").toLowerCase() : value;
  }

  /** What a protocol comes to; null: the text is no protocol. `known` may have published, publicValue, signed, withdrawals. */
  function verify(content, known = {}) {
    const said = read(content);
    if (said === null) return null;
    const checks = [], add = (name, verdict, detail = "") => checks.push({name, verdict, detail});
    const is = (name, holds) => add(name, holds ? "pass" : "fail");
    const told = (name, code, found) => {
      const typed = (code ?? "").replace(/\s+/g, "").toLowerCase();
      add(name, typed === "" ? "unknown" : typed === found ? "pass" : "fail", found);
    };
    const done = more => ({checks, draw: worst(checks.map(check => check.verdict)), list: "unknown", ...more});
    const sha = Object.fromEntries(PARTS.filter(name => name in said).map(name => [name, sha256(said[name])]));
    const unlike = Object.keys(sha).filter(name => sha[name] !== said.sha256[name]);
    add("digests", unlike.length ? "fail" : "pass", unlike.join(", "));
    const missing = DRAWN.filter(name => !(name in said));
    let plan, dossiers, freeze, seed, drawnAt;
    try {
      plan = planOf(said.plan);
      dossiers = listOf(said.list);
      freeze = freezeOf(said.freeze);
      if ("seed" in said) seed = seedOf(said.seed);
      if (!missing.length) {
        const [first] = rowsOf("ancu-draw-result", said.result);
        if (!first || first.length !== 2 || first[0] !== "drawn_at") throw new BadText("ancu-draw-result");
        drawnAt = first[1];
      }
    } catch (error) {
      if (!(error instanceof BadText)) throw error;
      add("texts", "fail", error.message);
      return done({});
    }
    add("texts", missing.length ? "unknown" : "pass", missing.join(", "));
    is("frozen", freeze.plan_sha256 === sha.plan && freeze.list_sha256 === sha.list);
    told("published", known.published, sha.freeze);
    if (!seed || missing.length) return done({plan, dossiers});
    is("secret", sha256(seed.secret) === freeze.secret_sha256 && seed.freeze === sha.freeze);
    const wanted = [...plan.supervisor.keys()];
    const roles = wanted.filter(role => !seed.roles.includes(role)).concat(seed.roles.filter(r => !wanted.includes(r)));
    add("contributions", roles.length ? "fail" : "pass", roles.join(", "));
    const [kind, which, value] = seed.public;
    is("public_fixed", kind === plan.public.kind && which === plan.public.which);
    const elsewhere = normalValue(kind, known.publicValue ?? "");
    add("public_value", elsewhere === "" ? "unknown" : elsewhere === value ? "pass" : "fail", `${which}: ${value}`);
    const at = plan.public.kind === "drand" ? timeOfRound(plan.public.which) : plan.public.at;
    const inTime = at !== null && at === plan.public.at && freeze.frozen_at < at && at <= drawnAt;
    add("timing", inTime ? "pass" : "fail", `${freeze.frozen_at} < ${at} ≤ ${drawnAt}`);
    const result = draw(plan, dossiers, sha.seed);
    is("draw", resultText(result, sha.seed, drawnAt) === said.result);
    told("signed", known.signed, sha.result);
    let withdrawn = [];
    if ("withdrawals" in said) {
      let again = "";
      try { again = withdrawalsText(plan, result, said.withdrawals, sha.result); } catch (error) {
        if (!(error instanceof BadText)) throw error;
      }
      is("withdrawals", again === said.withdrawals);
      if (again === said.withdrawals) withdrawn = rowsOf("ancu-draw-withdrawals", again).slice(1);
      told("withdrawals_signed", known.withdrawals, sha.withdrawals);
    }
    return done({plan, dossiers, result, withdrawn});
  }

  return {sha256, verify};
})();

if (typeof module !== "undefined") module.exports = AncuDraw;
