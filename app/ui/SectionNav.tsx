import type { NavItem } from './Header';

export interface SectionNavItem extends NavItem {
  /** How many things wait there; 0 is not shown. */
  count?: number;
}

export interface SectionNavProps {
  label: string;
  items: readonly SectionNavItem[];
}

/** Tabs as plain links between the pages of one thing. */
export function SectionNav({ label, items }: SectionNavProps) {
  return (
    <nav className="app-section-nav" aria-label={label}>
      <ul>
        {items.map((item) => (
          <li key={item.href}>
            <a href={item.href} aria-current={item.current ? 'page' : undefined}>
              {item.text}
              {item.count ? <span className="app-section-nav__count">{item.count}</span> : null}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
