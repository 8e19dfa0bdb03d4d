import { CoursePage as Course } from '../../courses/course-page';

/** A course, for whoever gives it from the own page: the register is kept elsewhere. */
export function CoursePage() {
  return <Course keepsRegister={() => false} />;
}
