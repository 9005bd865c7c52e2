import type { ReactNode } from 'react';
import type { NavItem } from './Header';

export interface FooterProps {
  children?: ReactNode;
  links?: readonly NavItem[];
}

/** The foot of every page: a line of text and a few links. */
export function Footer({ children, links = [] }: FooterProps) {
  return (
    <footer className="app-footer">
      <div className="govuk-width-container">
        <div className="app-footer__inner">
          <div>{children}</div>
          {links.length > 0 ? (
            <ul>
              {links.map((link) => (
                <li key={link.href}>
                  <a className="govuk-link" href={link.href}>
                    {link.text}
                  </a>
                </li>
              ))}
            </ul>
          ) : null}
        </div>
      </div>
    </footer>
  );
}
