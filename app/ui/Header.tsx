import type { ReactNode } from 'react';

export interface NavItem {
  text: string;
  href: string;
  current?: boolean;
}

export interface HeaderUser {
  /** What the menu is called: the person's name or role. */
  name: string;
  /** A line inside the menu: the address signed in with, the roles held. */
  note?: ReactNode;
  links?: readonly NavItem[];
  /** A sign-out form, say. */
  children?: ReactNode;
}

export interface HeaderProps {
  service: string;
  serviceHref?: string;
  organisation?: string;
  nav?: readonly NavItem[];
  user?: HeaderUser;
}

function UserMenu({ name, note, links = [], children }: HeaderUser) {
  return (
    <details className="app-header__menu">
      <summary>{name}</summary>
      <div className="app-header__menu-panel">
        {note ? <p className="app-muted">{note}</p> : null}
        {links.map((link) => (
          <a key={link.href} href={link.href} aria-current={link.current ? 'page' : undefined}>
            {link.text}
          </a>
        ))}
        {children}
      </div>
    </details>
  );
}

/** The dark bar on every page: service, organisation, places to go and the person's menu. */
export function Header({ service, serviceHref = '/', organisation, nav = [], user }: HeaderProps) {
  return (
    <header className="app-header">
      <div className="govuk-width-container app-header__inner">
        <div className="app-header__names">
          <a className="app-header__service" href={serviceHref}>
            {service}
          </a>
          {organisation ? <span className="app-header__organisation">{organisation}</span> : null}
        </div>
        {nav.length > 0 || user ? (
          <nav className="app-header__nav" aria-label="Main">
            <ul className="app-header__list">
              {nav.map((item) => (
                <li className="app-header__item" key={item.href}>
                  <a
                    className="app-header__link"
                    href={item.href}
                    aria-current={item.current ? 'page' : undefined}
                  >
                    {item.text}
                  </a>
                </li>
              ))}
              {user ? (
                <li className="app-header__item app-header__item--user">
                  <UserMenu {...user} />
                </li>
              ) : null}
            </ul>
          </nav>
        ) : null}
      </div>
    </header>
  );
}
