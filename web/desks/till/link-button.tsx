import { Button, type ButtonProps } from 'antd';
import { useHref, useNavigate } from 'react-router';

/** A link that looks as a button does: where the next thing is done on a page of its own. */
export function LinkButton({ to, ...button }: Omit<ButtonProps, 'href'> & { readonly to: string }) {
  const href = useHref(to);
  const navigate = useNavigate();
  return (
    <Button
      {...button}
      href={href}
      style={{ textDecoration: 'none' }}
      onClick={(click) => {
        if (click.metaKey || click.ctrlKey) return;
        click.preventDefault();
        void navigate(to);
      }}
    />
  );
}
