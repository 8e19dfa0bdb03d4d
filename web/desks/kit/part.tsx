import { Flex } from 'antd';
import { Headed, type Section } from './headed';

/** A part of a page under its own heading, with what can be done there. */
export function Part({ title, actions, children }: Section) {
  return (
    <Flex vertical gap="small" component="section">
      <Headed level={2} title={title} actions={actions} />
      {children}
    </Flex>
  );
}
