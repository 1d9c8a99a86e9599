import type { Example } from '../example.ts';
import { Pagination } from './pagination.tsx';

const hrefOf = (page: number) => `/record?page=${page}`;

export const paginationExamples: readonly Example[] = [
  {
    name: 'in the middle',
    render: (text) => <Pagination text={text} page={7} pages={1204} hrefOf={hrefOf} />,
  },
  {
    name: 'first of two',
    render: (text) => <Pagination text={text} label="Acts" page={1} pages={2} hrefOf={hrefOf} />,
  },
];
