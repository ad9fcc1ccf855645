import { Module } from '@nestjs/common'
import { PlacesReadModel } from './places.read-model.js'

/** Which places there are and what lies inside them: asked by every page of a place. */
@Module({ providers: [PlacesReadModel], exports: [PlacesReadModel] })
export class PlacesModule {}
