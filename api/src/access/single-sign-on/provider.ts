import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type ClientAuth,
  ClientSecretBasic,
  ClientSecretPost,
  type Configuration,
  type CustomFetch,
  calculatePKCECodeChallenge,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
} from 'openid-client';
import { hasUnstorable, isEmail, textOrNull } from '../../graphql/text';
import type { AttemptSecrets } from './attempt';
import { newOutsideFetch, type OutsideRules, requireOutside } from './outside-fetch';

export interface ProviderSettings {
  issuer: string;
  clientId: string;
  clientSecret: string;
}

/** What the provider sent the browser back with. */
export interface ProviderAnswer {
  code: string;
  iss: string | null;
}

/** What a provider says of a person. */
export interface Identity {
  issuer: string;
  subject: string;
  /** Null where the provider does not answer for it. */
  verifiedEmail: string | null;
  name: string | null;
}

/** That a provider is silent, or says what cannot be believed; the cause says what. */
export class ProviderFailure extends Error {
  constructor(cause: unknown) {
    super('a provider failed', { cause });
    this.name = 'ProviderFailure';
  }
}

export interface ProviderRules extends OutsideRules {
  redirectUri: string;
}

/** Speaks OpenID Connect with companies' providers: authorization code with PKCE. One per process. */
export class ProviderClient {
  private readonly fetch: CustomFetch;

  constructor(private readonly rules: ProviderRules) {
    this.fetch = newOutsideFetch(rules);
  }

  /** Where providers send people back to. */
  get redirectUri(): string {
    return this.rules.redirectUri;
  }

  /** Errors: `ProviderFailure`, with `ForbiddenAddress` as a cause where the issuer is none to be asked. */
  discover(settings: ProviderSettings): Promise<Configuration> {
    return orFailure(this.readDocument(settings));
  }

  /** Errors: `ProviderFailure` for whatever the answer, the token or its signature lacks. */
  identify(configuration: Configuration, answer: ProviderAnswer, secrets: AttemptSecrets): Promise<Identity> {
    return orFailure(this.readIdentity(configuration, answer, secrets));
  }

  private async readDocument({ issuer, clientId, clientSecret }: ProviderSettings): Promise<Configuration> {
    const url = new URL(issuer);
    requireOutside(url, this.rules);
    const configuration = await discovery(url, clientId, undefined, authenticateBy(clientSecret), {
      [customFetch]: this.fetch,
      // http is for this machine alone: `fetch` sees to that, for each address that the document names.
      execute: [enableNonRepudiationChecks, ...(this.rules.allowsLoopback ? [allowInsecureRequests] : [])],
    });
    const { authorization_endpoint: endpoint } = configuration.serverMetadata();
    requireOutside(new URL(endpoint ?? ''), this.rules);
    return configuration;
  }

  async authorizationUrl(
    configuration: Configuration,
    { state, nonce, codeVerifier }: AttemptSecrets,
  ): Promise<string> {
    const url = buildAuthorizationUrl(configuration, {
      redirect_uri: this.rules.redirectUri,
      scope: 'openid email profile',
      state,
      nonce,
      code_challenge: await calculatePKCECodeChallenge(codeVerifier),
      code_challenge_method: 'S256',
    });
    return url.href;
  }

  private async readIdentity(
    configuration: Configuration,
    answer: ProviderAnswer,
    secrets: AttemptSecrets,
  ): Promise<Identity> {
    const tokens = await authorizationCodeGrant(configuration, this.callbackUrl(answer, secrets.state), {
      expectedState: secrets.state,
      expectedNonce: secrets.nonce,
      pkceCodeVerifier: secrets.codeVerifier,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (!claims) throw new Error('expected an ID token');
    const isWhole = claims['email_verified'] !== undefined || !configuration.serverMetadata().userinfo_endpoint;
    const person = isWhole ? claims : await fetchUserInfo(configuration, tokens.access_token, claims.sub);
    if (hasUnstorable(claims.sub)) throw new Error('expected a subject that can be stored');
    const email = textOf(person['email']);
    return {
      issuer: claims.iss,
      subject: claims.sub,
      verifiedEmail: person['email_verified'] === true && email !== null && isEmail(email) ? email : null,
      name: textOf(person['name']) ?? textOf(person['preferred_username']),
    };
  }

  private callbackUrl({ code, iss }: ProviderAnswer, state: string): URL {
    const url = new URL(this.rules.redirectUri);
    url.search = new URLSearchParams({ code, state, ...(iss !== null && { iss }) }).toString();
    return url;
  }
}

async function orFailure<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    throw new ProviderFailure(error);
  }
}

/** Basic is what a provider that does not say takes. */
function authenticateBy(secret: string): ClientAuth {
  const [basic, post] = [ClientSecretBasic(secret), ClientSecretPost(secret)];
  return (server, ...rest) => {
    const methods = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    return (methods.includes('client_secret_basic') ? basic : post)(server, ...rest);
  };
}

const textOf = (value: unknown): string | null =>
  typeof value === 'string' && !hasUnstorable(value) ? textOrNull(value) : null;
