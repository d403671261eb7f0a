// Reads payment codes with two parsers by others, and makes some with one of them; tells what came of it as JSON.
import sdk from 'emvco-qr-sdk';
import { encode, parse, tag, withCrcTag } from 'promptparse';

const { read, make } = JSON.parse(await new Response(process.stdin).text());
const orNull = (ask) => {
  try {
    return ask() ?? null;
  } catch {
    return null;
  }
};

const byPromptparse = (code) => orNull(() => {
  const qr = parse(code, true, true);
  return qr && { name: qr.getTagValue('59'), city: qr.getTagValue('60'), nmid: qr.getTagValue('51', '02'), amount: qr.getTagValue('54') ?? null, tags: qr.getTags().map(({ id }) => id) };
});
const byEmvco = (code) => orNull(() => {
  const fields = sdk.parseQR(code, { parseMode: sdk.QRParseMode.TLV });
  const of = (list, wanted) => list.find((field) => field.tag === wanted);
  return sdk.getCrcInfo(code, fields).isValid
    ? { name: of(fields, '59')?.value, city: of(fields, '60')?.value, nmid: of(of(fields, '51')?.subTags ?? [], '02')?.value, amount: of(fields, '54')?.value ?? null, tags: fields.map((field) => field.tag) }
    : null;
});

console.log(JSON.stringify({
  read: read.map((code) => [byPromptparse(code), byEmvco(code)]),
  made: make.map((fields) => withCrcTag(encode(fields.map(([id, value]) => tag(id, value))), '63')),
}));
