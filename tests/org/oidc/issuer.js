// An issuer for tests: one client, its sign-in page takes any name, and the name is the subject.
import { Provider } from 'oidc-provider';

const [port, back] = process.argv.slice(2);
const issuer = new Provider(`http://localhost:${port}`, {
  clients: [{
    client_id: 'thi-dua',
    client_secret: 'bi mat/+:=cua khach',
    redirect_uris: [back],
    grant_types: ['authorization_code'],
    response_types: ['code'],
  }],
  pkce: { required: () => true },
  cookies: { keys: ['only for tests'] },
  findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
});
issuer.listen(Number(port), 'localhost', () => console.log('listening'));
