import { Controller, Get, Query } from '@nestjs/common'
import { ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { CurrentActor, type SignedIn } from '../../http/actor.js'
import { type SearchQuery, type SearchResults, searchQuery, searchResults } from './search.schemas.js'
import { SearchService } from './search.service.js'

@ApiTags('search')
@Controller('search')
export class SearchController {
  constructor(private readonly searches: SearchService) {}

  /** Places, published needs and organisations for some words, a company number or a postcode. */
  @Get()
  @ApiOkResponse({ standardSchema: searchResults })
  async search(
    @CurrentActor() actor: SignedIn,
    @Query({ schema: searchQuery }) query: SearchQuery,
  ): Promise<SearchResults> {
    return this.searches.search(actor, query)
  }
}
