/** Says that the server answers; for whoever watches over it. */
export function loader() {
  return new Response('{"status":"ok"}\n', { headers: { 'Content-Type': 'application/json' } });
}
