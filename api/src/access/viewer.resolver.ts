import { Ctx, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../graphql/context';
import { Viewer } from './viewer';

@Resolver()
export class ViewerResolver {
  @Query(() => Viewer, { nullable: true, description: 'Who sends this request; null when nobody is signed in.' })
  viewer(@Ctx() { viewer }: RequestContext): Viewer | null {
    return viewer;
  }
}
